import type { VoiceMeans } from './hall-voice.ts'
import { openRecordedVoice } from './recorded-voice.ts'

const MANDARIN_TAG = /^(?:zh|cmn)(?:[-_](?:Hans[-_])?CN)?$/i
const RATE = 0.9
/** Milliseconds: a browser that may not sound answers no sooner by waiting. */
const WAKING = 500

/** What this browser can sound with. */
export function browserMeans(): VoiceMeans {
  let sound: AudioContext | undefined
  const context = () => (sound ??= new AudioContext())
  return {
    maySound: () => context().state === 'running',
    wake: async () => await Promise.race([context().resume(), pause(WAKING)]),
    chime: async () => await chime(context()),
    speech: {
      isThere: () => mandarinVoice() !== undefined,
      say: async (text) => {
        const voice = mandarinVoice()
        return voice !== undefined && (await speak(text, voice))
      },
    },
    recorded: openRecordedVoice(context),
  }
}

function mandarinVoice(): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined
  const voices = speechSynthesis.getVoices().filter(({ lang }) => MANDARIN_TAG.test(lang))
  // One that is on the machine speaks without a line.
  return voices.find(({ localService }) => localService) ?? voices[0]
}

async function speak(sentence: string, voice: SpeechSynthesisVoice): Promise<boolean> {
  const spoken = new SpeechSynthesisUtterance(sentence)
  spoken.voice = voice
  spoken.lang = voice.lang
  spoken.rate = RATE
  return await new Promise<boolean>((resolve) => {
    spoken.addEventListener('end', () => resolve(true))
    spoken.addEventListener('error', () => resolve(false))
    speechSynthesis.speak(spoken)
  })
}

/** Hertz and the second at which each tone begins. */
const TONES = [
  [784, 0],
  [587, 0.35],
] as const
const SECONDS = 1.2

async function chime(context: AudioContext): Promise<void> {
  if (context.state !== 'running') return
  for (const [pitch, delay] of TONES) {
    const tone = context.createOscillator()
    const loudness = context.createGain()
    const begin = context.currentTime + delay
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0, begin)
    loudness.gain.linearRampToValueAtTime(0.4, begin + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.8)
    tone.connect(loudness).connect(context.destination)
    tone.start(begin)
    tone.stop(begin + 0.9)
  }
  await pause(SECONDS * 1_000)
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
}
