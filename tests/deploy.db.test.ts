import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
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

test.each(FOLDERS)(
  'the compose file of %s names exact versions and nothing that it does not declare',
  (folder) => {
    const { services, networks = {}, volumes = {}, secrets = {} } = composeOf(folder)
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.image]).toEqual([
        name,
        expect.stringMatching(/:\d+\.\d+(\.\d+)?(-[\w.]+)?$/),
      ])
      for (const network of service.networks ?? []) expect(networks).toHaveProperty([network])
      for (const secret of service.secrets ?? []) expect(secrets).toHaveProperty([secret])
      const needed = service.depends_on ?? []
      for (const other of Array.isArray(needed) ? needed : Object.keys(needed))
        expect(services).toHaveProperty([other])
      for (const mount of service.volumes ?? []) {
        const [source = ''] = mount.split(':')
        if (/^\w[\w-]*$/.test(source)) expect(volumes).toHaveProperty([source])
        else if (source.endsWith('.conf') || source.endsWith('.cfg') || source.endsWith('.sh'))
          expect(existsSync(path.join(ROOT, folder, source))).toBe(true)
      }
    }
  },
)

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
  const asked = [...read('several/haproxy.cfg').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)
  expect(Object.keys(variablesOf('several/haproxy.env.example')).toSorted()).toEqual(
    [...new Set(asked)].toSorted(),
  )
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
