// What every command needs before the program can run: Node, the packages, the build. Uses nothing that npm
// installs, and speaks on stderr only, so that a program's own output stays clean.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = [20, 19]
const LOCK = path.join(ROOT, 'package-lock.json')
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json')
const STAMP = path.join(ROOT, 'node_modules', '.yichuang-lock')

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Checks Node, installs and builds what is missing or out of date. */
export async function prepare({ web }) {
  process.env.YICHUANG_DATA ??= path.join(ROOT, 'data')
  checkNode()
  installPackages()
  const { build } = await import('./build.mjs')
  await build({ web })
}

/** Runs a built program in this very process: signals reach it directly, and nothing can be orphaned. */
export async function runProgram(name, args, folder = 'server') {
  const program = path.join(ROOT, 'dist', folder, `${name}.mjs`)
  if (!existsSync(program)) fail(`缺少程序 / missing program: ${folder}/${name}.ts`)
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更新版本，现在是 ${process.versions.node} / ` +
      `Node.js ${OLDEST_NODE.join('.')} or newer is needed (24 LTS recommended): https://nodejs.org`,
  )
}

export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  if (isInstalled(wanted)) return
  say('安装依赖包，首次约一两分钟 / installing packages, a minute or two the first time')
  // No package runs a script of its own on this machine: none that is used here needs to.
  const npm = process.env.npm_execpath
  const [command, ...args] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const { status } = spawnSync(
    command,
    [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    },
  )
  if (status !== 0)
    fail('依赖包安装失败，请检查网络后重试 / npm ci failed: check the network, try again')
  writeFileSync(STAMP, wanted)
}

function isInstalled(wanted) {
  if (!existsSync(INSTALLED)) return false
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === wanted
  // Installed by hand: then the clock has to do.
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs
}

function fail(line) {
  say(line)
  process.exit(1)
}
