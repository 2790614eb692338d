import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export type ChromiumFiles = {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const CACHE = path.resolve('.cache', 'chromium')
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

// The packaged browser is cut for a serverless host: these are for there, or against what tests need.
const UNWANTED_ARGS = /^--(headless|single-process|user-agent|window-size)/

/** A browser to run: the one named by CHROMIUM_PATH, an installed one, or the one that npm brought. */
export async function chromiumFiles(): Promise<ChromiumFiles> {
  const named = process.env['CHROMIUM_PATH']
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
  const executablePath = named ?? INSTALLED.find((file) => existsSync(file))
  if (executablePath) return { executablePath, args: [], env: withOurFonts() }
  if (process.platform === 'linux' && process.arch === 'x64') return await packagedChromium()
  throw new Error(
    `No browser for the browser tests on ${process.platform}-${process.arch}. ` +
      'Install Chromium or Google Chrome (Debian: apt-get install chromium), ' +
      'or set CHROMIUM_PATH to its executable, and run npm test again.',
  )
}

async function packagedChromium(): Promise<ChromiumFiles> {
  const { default: chromium } = await import('@sparticuz/chromium')
  const folder = path.join(CACHE, 'unpacked')
  if (!existsSync(folder)) {
    const partial = mkdtempSync(path.join(madeCache(), 'unpacking-'))
    await unpackProgram(partial, () => chromium.executablePath())
    unpackLibraries(partial)
    renameSync(partial, folder)
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    args: chromium.args.filter((arg) => !UNWANTED_ARGS.test(arg)),
    env: { ...withOurFonts(), LD_LIBRARY_PATH: path.join(folder, 'lib'), HOME: CACHE },
  }
}

/** The package unpacks into whatever the system names as the folder for temporary files. */
async function unpackProgram(folder: string, unpack: () => Promise<string>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await unpack()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** NSS and its kin, which a bare Linux lacks and the package unpacks on its own host only. */
function unpackLibraries(folder: string): void {
  const build = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const packed = path.join(build, '..', 'bin', 'al2023.tar.br')
  execFileSync('tar', ['xf', '-', '-C', folder], {
    input: brotliDecompressSync(readFileSync(packed)),
  })
}

function madeCache(): string {
  mkdirSync(CACHE, { recursive: true })
  return CACHE
}

/** Chinese shows whether or not the machine has a Chinese font. */
function withOurFonts(): Record<string, string> {
  if (process.platform !== 'linux') return {}
  const fromHere = createRequire(import.meta.url)
  const folders = ['noto-sans-sc', 'noto-serif-sc', 'noto-serif-tibetan'].flatMap((name) => {
    const folder = path.dirname(fromHere.resolve(`@expo-google-fonts/${name}/package.json`))
    return [path.join(folder, '400Regular'), path.join(folder, '700Bold')]
  })
  const file = path.join(madeCache(), 'fonts.conf')
  const lines = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    '<dir>/usr/share/fonts</dir>',
    `<cachedir>${path.join(CACHE, 'font-cache')}</cachedir>`,
    ...[
      ['sans-serif', 'Noto Sans SC'],
      ['serif', 'Noto Serif SC'],
    ].map(
      ([alias, font]) =>
        `<alias binding="strong"><family>${alias}</family><prefer><family>${font}</family></prefer></alias>`,
    ),
    '</fontconfig>',
  ]
  writeFileSync(file, lines.join('\n'))
  return { FONTCONFIG_FILE: file }
}
