import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfiguration, weaknessesOf } from '../server/configuration.ts'

// What an installation copies out of deploy/ fits together and fits the program.

type Service = {
  readonly image: string
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly networks?: readonly string[]
  readonly secrets?: readonly string[]
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>
}
type Compose = {
  readonly services: Readonly<Record<string, Service>>
  readonly networks?: object
  readonly volumes?: object
  readonly secrets?: object
}

const ROOT = path.resolve('deploy')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const composeOf = (folder: string) =>
  parse(read(`${folder}/compose.yaml`), { merge: true }) as Compose
const variablesOf = (file: string) =>
  Object.fromEntries(
    read(file)
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const FOLDERS = ['one-host', 'several', 'citus']

describe.each(FOLDERS)('the compose file of %s', (folder) => {
  const { services, networks = {}, volumes = {}, secrets = {} } = composeOf(folder)
  const all = Object.values(services)

  test('names an exact version of every image', () => {
    for (const { image } of all) expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[\w.]+)?$/)
  })

  test('uses nothing that it does not declare', () => {
    for (const network of all.flatMap((one) => one.networks ?? []))
      expect(networks).toHaveProperty([network])
    for (const secret of all.flatMap((one) => one.secrets ?? []))
      expect(secrets).toHaveProperty([secret])
    for (const other of all.flatMap(({ depends_on: needed = [] }) =>
      Array.isArray(needed) ? (needed as readonly string[]) : Object.keys(needed),
    ))
      expect(services).toHaveProperty([other])
  })

  test('mounts declared volumes and files that are there', () => {
    const sources = all
      .flatMap((one) => one.volumes ?? [])
      .map((mount) => mount.split(':')[0] ?? '')
    for (const source of sources.filter((one) => /^\w[\w-]*$/.test(one)))
      expect(volumes).toHaveProperty([source])
    for (const source of sources.filter((one) => /\.(conf|cfg|sh)$/.test(one)))
      expect(existsSync(path.join(ROOT, folder, source))).toBe(true)
  })
})

test('the image is built on one exact version of Node, as nobody in particular', () => {
  const text = read('Dockerfile')
  const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)
  expect(new Set(bases).size).toBe(1)
  expect(bases[0]).toMatch(/^node:24\.\d+\.\d+-bookworm-slim$/)
  expect(text.indexOf('USER node')).toBeGreaterThan(text.lastIndexOf('RUN '))
})

test.each(['one-host/yichuang.env.example', 'several/yichuang.env.example'])(
  'the settings of %s are ones that the program starts with',
  (file) => {
    const env: NodeJS.ProcessEnv = {
      ...variablesOf(file),
      YICHUANG_DATA: path.join(ROOT, 'nowhere'),
      YICHUANG_SEAL_PASSPHRASE: 'sixteen characters',
    }
    env['DATABASE_URL'] = (env['DATABASE_URL'] ?? '').replace('PASSWORD', 'twelve-characters')
    expect(weaknessesOf(readConfiguration(env, []), env)).toEqual([])
  },
)

test.each(FOLDERS.filter((folder) => folder !== 'several'))(
  'the server of %s reaches its database by a socket, where no word crosses a network',
  (folder) => {
    const env: NodeJS.ProcessEnv = {
      ...composeOf(folder).services['server']?.environment,
      PUBLIC_URL: 'https://zw.example.gov.cn',
      HOST: '0.0.0.0',
      BEHIND_PROXY: '1',
      YICHUANG_DATA: path.join(ROOT, 'nowhere'),
      YICHUANG_SEAL_PASSPHRASE: 'sixteen characters',
    }
    expect(weaknessesOf(readConfiguration(env, []), env)).toEqual([])
  },
)

test('HAProxy is given every address that its configuration asks for', () => {
  const asked = [...read('several/haproxy.cfg').matchAll(/\$\{(\w+)(?:\[\*\])?\}/g)].map(
    ([, name]) => name,
  )
  expect(new Set(Object.keys(variablesOf('several/haproxy.env.example')))).toEqual(new Set(asked))
})

test('Patroni keeps to what durability asks for', () => {
  const { bootstrap } = parse(read('several/patroni.yml')) as {
    bootstrap: { dcs: Record<string, unknown> & { postgresql: { parameters: object } } }
  }
  const {
    ttl,
    loop_wait: loop,
    retry_timeout: retry,
    synchronous_mode: synchronous,
  } = bootstrap.dcs
  expect(Number(ttl)).toBeGreaterThanOrEqual(Number(loop) + 2 * Number(retry))
  expect(synchronous).toBe(true)
  expect(bootstrap.dcs.postgresql.parameters).toMatchObject({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  })
})

test('both manuals name every file that there is', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.\w+$/.test(file) && !/README|dockerignore/.test(file),
  )
  for (const manual of ['README.md', 'README.zh-CN.md'])
    for (const file of files)
      expect([manual, read(manual)]).toEqual([manual, expect.stringContaining(path.basename(file))])
})
