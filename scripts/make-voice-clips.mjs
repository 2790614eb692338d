// Makes the recorded voice of the hall: web/screen/voice/clips/mandarin.mp3 and its table of times. It is heard where a
// browser has no Mandarin of its own. Needs espeak-ng (made with 1.51) and ffmpeg (5.1): apt-get install espeak-ng ffmpeg
//   node scripts/make-voice-clips.mjs                     a machine's voice: a placeholder, 待业主确认
//   node scripts/make-voice-clips.mjs --from recordings   a person's: recordings/qing.wav, recordings/A.wav, … (any format)
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

/** Name of the clip: what is said. */
const CLIPS = {
  qing: '请',
  ...Object.fromEntries('ABCDPY'.split('').map((letter) => [letter, letter])),
  ...Object.fromEntries('零一二三四五六七八九'.split('').map((word, digit) => [digit, word])),
  ten: '十',
  hao: '号',
  dao: '到',
  window: '号窗口',
}
const RATE = 16_000
/** Seconds of silence between clips: an encoder's delay hits nobody's first sound. */
const GAP = 0.15
const BYTES_A_SECOND = RATE * 2
/** Part of the loudest sample below which nothing is heard. */
const SILENT = 0.01
/** Samples kept around what is heard. */
const EDGE = 160
const LOUD = 29_000
const FOLDER = new URL('../web/screen/voice/clips/', import.meta.url)
const RAW = ['-f', 's16le', '-ar', String(RATE), '-ac', '1']

const { values } = parseArgs({ options: { from: { type: 'string' } } })
const work = mkdtempSync(path.join(os.tmpdir(), 'yichuang-voice-'))
try {
  const gap = Buffer.alloc(Math.round(GAP * RATE) * 2)
  const parts = [gap]
  const times = {}
  let at = gap.length
  for (const [name, words] of Object.entries(CLIPS)) {
    const sound = pcm(values.from === undefined ? spoken(name, words) : recorded(name))
    times[name] = [seconds(at), seconds(sound.length)]
    parts.push(sound, gap)
    at += sound.length + gap.length
  }
  writeFileSync(path.join(work, 'all.pcm'), Buffer.concat(parts))
  ffmpeg(...RAW, '-i', path.join(work, 'all.pcm'), '-b:a', '32k', path.join(work, 'all.mp3'))
  execFileSync('cp', [path.join(work, 'all.mp3'), new URL('mandarin.mp3', FOLDER).pathname])
  const rows = Object.entries(times).map(
    ([name, [from, long]]) => `  ${quoted(name)}: [${from}, ${long}],`,
  )
  writeFileSync(
    new URL('clip-times.ts', FOLDER),
    `// Made by scripts/make-voice-clips.mjs: where each clip of mandarin.mp3 begins and how long it is, in seconds.
export const CLIP_TIMES = {
${rows.join('\n')}
} as const satisfies Readonly<Record<string, readonly [from: number, long: number]>>
`,
  )
} finally {
  rmSync(work, { recursive: true })
}

function spoken(name, words) {
  const file = path.join(work, `${name}.wav`)
  execFileSync('espeak-ng', ['-v', 'cmn', '-s', '150', '-p', '45', '-w', file, words])
  return file
}

function recorded(name) {
  const found = readdirSync(values.from).find((file) => path.parse(file).name === name)
  if (found === undefined) throw new Error(`${values.from} has no recording of ${name}`)
  return path.join(values.from, found)
}

/** 16-bit samples, trimmed of silence at both ends, the loudest of each clip alike. */
function pcm(file) {
  const raw = path.join(work, 'one.pcm')
  ffmpeg('-i', file, ...RAW, raw)
  const bytes = readFileSync(raw)
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 1)
  const isHeard = (one) => Math.abs(one) > loudest * SILENT
  const from = Math.max(0, samples.findIndex(isHeard) - EDGE)
  const to = Math.min(samples.length, samples.findLastIndex(isHeard) + EDGE)
  const even = samples.slice(from, to).map((one) => Math.round((one / loudest) * LOUD))
  return Buffer.from(even.buffer)
}

function ffmpeg(...args) {
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args])
}

function seconds(bytes) {
  return Number((bytes / BYTES_A_SECOND).toFixed(3))
}

function quoted(name) {
  return /^[a-z]+$/i.test(name) ? name : `'${name}'`
}
