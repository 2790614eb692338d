// Fails where a public page would mix languages: Chinese outside words.ts, Chinese in the English words, English in the
// Tibetan ones, a word missing, or a word that nobody says. Run by the build and by npm test.
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** words.ts and its translations. */
const IS_WORDS = /(?:^|\/)(?:ui-)?words(?:\.(?:en|bo))?\.ts$/
const HAN = /\p{Script=Han}/u
/** Latin letters that every language writes: names of formats and things. */
const NAMES = /\b(?:PDF|QR|JPEG|JPG|PNG|ID|MB|GB|KB|OIDC|SMS|lwpq|OFD|HEIC|UTC)\b/g
/** Parts that staff places share with the portal: their Chinese is the default, the portal brings its own. */
const SHARED_WORDS = new Set([
  'web/ui/ui-words.ts',
  'web/ui/date-words.ts',
  'web/ui/ribbon-text.ts',
  'web/ui/ribbon-layout.ts',
  'web/api/api-problem.ts',
])
/** Said in Chinese whatever the language, and marked with it. */
const NAMED_IN_ITSELF = new Set(['web/portal/words/language.ts', 'web/screen/voice/mandarin.ts'])

/** Every fault as `file:line what`. */
export function wordFaults(root = ROOT) {
  const faults = []
  const sources = readSources(root, ['web/portal', 'web/kiosk', 'web/screen'])
  // Words chosen by a code of the contract are said by that code.
  const codes = readSources(root, ['contract', 'domain'])
  const words = sources.filter(({ file }) => path.basename(file) === 'words.ts')
  for (const source of [...sources, ...sharedSources(root, sources)])
    faults.push(...hanFaults(source))
  for (const { file, text } of sources.filter((one) => one.file.endsWith('words.en.ts')))
    faults.push(...foreign(file, text, englishFault))
  for (const { file, text } of sources.filter((one) => one.file.endsWith('words.bo.ts')))
    faults.push(...foreign(file, text, tibetanFault))
  for (const source of words) faults.push(...keyFaults(source, sources, codes))
  return faults
}

function hanFaults({ file, text }) {
  if (IS_WORDS.test(file) || SHARED_WORDS.has(file) || NAMED_IN_ITSELF.has(file)) return []
  return foreign(file, text, (line) => HAN.test(line) && 'Chinese outside words.ts')
}

function englishFault(line) {
  return HAN.test(line.replaceAll(/《[^》]*》/g, '')) && 'Chinese in the English words'
}

function tibetanFault(line) {
  const [, said = ''] = /^\s*(?:\w+|'[\w-]+'):\s*(?:\([^)]*\)\s*=>)?(.*)$/.exec(line) ?? [
    undefined,
    line,
  ]
  const bare = said.replaceAll(/\$\{[^}]*\}/g, '').replaceAll(NAMES, '')
  if (HAN.test(bare.replaceAll(/《[^》]*》/g, ''))) return 'Chinese in the Tibetan words'
  const [latin] = [...bare.matchAll(/(['"`])(.*?)\1/g)]
    .map(([, , one]) => one)
    .filter((one) => /[A-Za-z]{2,}/.test(one) && !/^\.{0,2}\//.test(one))
  return latin !== undefined && !/import|from/.test(line) && 'English in the Tibetan words'
}

/** Lines with a fault, comments left out. */
function foreign(file, text, faultOf) {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => {
      const fault = faultOf(line)
      return fault ? [`${file}:${index + 1} ${fault}: ${line.trim().slice(0, 80)}`] : []
    })
}

/** Each word in every language, and said somewhere under the folder of its words or above it. */
function keyFaults({ file, text }, sources, codes) {
  const zh = keysOf(text)
  const faults = []
  for (const language of ['en', 'bo']) {
    const other = sources.find((one) => one.file === file.replace(/\.ts$/, `.${language}.ts`))
    if (other === undefined) {
      faults.push(`${file} has no words.${language}.ts`)
      continue
    }
    const there = keysOf(other.text)
    for (const key of zh.filter((one) => !there.includes(one)))
      faults.push(`${other.file} does not say ${key}`)
    for (const key of there.filter((one) => !zh.includes(one)))
      faults.push(`${other.file} says ${key}, which ${file} does not know`)
  }
  const said = sources.filter((one) => !IS_WORDS.test(one.file)).map((one) => one.text)
  const all = said.join('\n')
  const byCode = codes.map((one) => one.text).join('\n')
  for (const key of zh) {
    const isSaid = new RegExp(`\\b${key}\\b`).test(all)
    const [prefix] = key.split('-')
    const isMade = key.includes('-') && all.includes(`\`${prefix}-\${`)
    const isChosen = /[wW]ords\[/.test(all) && new RegExp(`'${key}'`).test(byCode)
    if (!isSaid && !isMade && !isChosen) faults.push(`${file} has a word that nobody says: ${key}`)
  }
  return faults
}

/** The names of one level of an object of words. */
function keysOf(text) {
  const plain = withoutComments(text)
  const keys = [...plain.matchAll(/^( {2}| {4})(?:'([\w-]+)'|(\w+))(?::|,$)/gm)]
  const depth =
    keys.some(([, indent]) => indent.length === 4) && /defineWords\(\s*\n/.test(plain) ? 4 : 2
  return keys
    .map(([, indent, quoted, bare]) => ({ indent: indent.length, key: quoted ?? bare }))
    .filter(({ indent, key }) => indent === depth && !['en', 'bo'].includes(key))
    .map(({ key }) => key)
}

function withoutComments(text) {
  const blank = (comment) => comment.replaceAll(/[^\n]/g, ' ')
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/(^|[\s;{}(,])\/\/[^\n]*/g, blank)
}

/** What of web/ui and web/api the public pages stand on, however far down. */
function sharedSources(root, sources) {
  const found = new Map()
  const follow = ({ file, text }) => {
    for (const [, address] of text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)) {
      if (address === undefined) continue
      const target = path.posix.join(path.posix.dirname(file), address)
      if (!/^web\/(ui|api)\/.*\.tsx?$/.test(target) || found.has(target)) continue
      const source = { file: target, text: readFileSync(path.join(root, target), 'utf8') }
      found.set(target, source)
      follow(source)
    }
  }
  for (const source of sources) follow(source)
  return [...found.values()]
}

function readSources(root, folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((file) =>
        path.posix.join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const faults = wordFaults()
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
  else console.log('Every public page says all its words in every language')
}
