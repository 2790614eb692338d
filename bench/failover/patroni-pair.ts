import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../free-port.ts'
import { postgresAccount } from '../../server/database/postgres-account.ts'
import { killTree, type Spawned, startProgram, until } from './processes.ts'

export type Member = { readonly name: string; readonly role: string; readonly state: string }

export type PatroniPair = {
  readonly nodes: readonly { readonly name: string; readonly port: number; readonly rest: number }[]
  readonly certificate: string
  readonly superPassword: string
  /** The node that Patroni calls leader, as far as a living node knows. */
  readonly leader: () => Promise<string | undefined>
  readonly isWhole: () => Promise<boolean>
  /** `postgres`: the database's processes only; `node`: Patroni and the database, as when the machine falls over. */
  readonly kill: (name: string, what: 'postgres' | 'node') => void
  /** Starts what a `node` kill ended. */
  readonly revive: (name: string) => void
  readonly stop: () => Promise<void>
}

const BIN = '/usr/lib/postgresql/15/bin'

/** Three etcd and two Patroni nodes on loopback, with the configuration that is shipped in deploy/several. */
export async function startPatroniPair(folder: string): Promise<PatroniPair> {
  const account = postgresAccount()
  const superPassword = 'drill-drill-superuser'
  const certificate = makeCertificate(folder, account)
  const { hosts, programs } = await startEtcd(folder)
  const configuration = path.join(folder, 'patroni.yml')
  const tls = folder
  writeFileSync(
    configuration,
    readFileSync(path.resolve('deploy/several/patroni.yml'), 'utf8')
      .replaceAll('/etc/yichuang/tls', tls)
      .replace('shared_buffers: 512MB', 'shared_buffers: 128MB'),
  )
  const nodes = [
    { name: 'pg1', port: await freePort(), rest: await freePort() },
    { name: 'pg2', port: await freePort(), rest: await freePort() },
  ]
  const running = new Map<string, Spawned>()

  function start({ name, port, rest }: (typeof nodes)[number]): void {
    const place = path.join(folder, name)
    mkdirSync(place, { recursive: true })
    if (account.uid !== undefined) chownSync(place, account.uid, account.gid ?? account.uid)
    const address = (at: number) => `127.0.0.1:${at}`
    const env = {
      PATRONI_NAME: name,
      PATRONI_ETCD3_HOSTS: hosts.map((host) => `'${host}'`).join(','),
      PATRONI_RESTAPI_LISTEN: address(rest),
      PATRONI_RESTAPI_CONNECT_ADDRESS: address(rest),
      PATRONI_POSTGRESQL_LISTEN: address(port),
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: address(port),
      PATRONI_POSTGRESQL_DATA_DIR: path.join(place, 'data'),
      PATRONI_POSTGRESQL_PGPASS: path.join(place, 'pgpass'),
      PATRONI_POSTGRESQL_BIN_DIR: BIN,
      PATRONI_SUPERUSER_USERNAME: 'postgres',
      PATRONI_SUPERUSER_PASSWORD: superPassword,
      PATRONI_REPLICATION_USERNAME: 'replicator',
      PATRONI_REPLICATION_PASSWORD: 'drill-drill-replicator',
      HOME: place,
    }
    running.set(
      name,
      startProgram(folder, { name, command: 'patroni', args: [configuration], env, account }),
    )
  }
  for (const node of nodes) start(node)

  async function members(): Promise<readonly Member[]> {
    for (const { rest } of nodes) {
      const answer = await fetch(`http://127.0.0.1:${rest}/cluster`).catch(() => undefined)
      if (answer?.status === 200)
        return ((await answer.json()) as { members: readonly Member[] }).members
    }
    return []
  }
  const pair: PatroniPair = {
    nodes,
    certificate,
    superPassword,
    leader: async () => (await members()).find(({ role }) => role === 'leader')?.name,
    isWhole: async () => {
      const all = await members()
      const isFine = (role: string) =>
        all.some((one) => one.role === role && ['running', 'streaming'].includes(one.state))
      return isFine('leader') && isFine('sync_standby')
    },
    kill: (name, what) => {
      const postmaster = Number.parseInt(
        readFileSync(path.join(folder, name, 'data', 'postmaster.pid'), 'utf8'),
        10,
      )
      if (what === 'node') running.get(name)?.child.kill('SIGKILL')
      killTree(postmaster)
    },
    revive: (name) => {
      const node = nodes.find((one) => one.name === name)
      if (node) start(node)
    },
    stop: async () => {
      for (const program of running.values()) await program.stop()
      for (const program of programs) await program.stop()
    },
  }
  await until('the pair of databases', pair.isWhole)
  return pair
}

async function startEtcd(folder: string) {
  const members = await Promise.all(
    ['etcd1', 'etcd2', 'etcd3'].map(async (name) => ({
      name,
      client: `127.0.0.1:${await freePort()}`,
      peer: `127.0.0.1:${await freePort()}`,
    })),
  )
  const cluster = members.map(({ name, peer }) => `${name}=http://${peer}`).join(',')
  const programs = members.map(({ name, client, peer }) =>
    startProgram(folder, {
      name,
      command: 'etcd',
      args: [
        `--name=${name}`,
        `--data-dir=${path.join(folder, name)}`,
        `--listen-client-urls=http://${client}`,
        `--advertise-client-urls=http://${client}`,
        `--listen-peer-urls=http://${peer}`,
        `--initial-advertise-peer-urls=http://${peer}`,
        `--initial-cluster=${cluster}`,
        '--initial-cluster-state=new',
      ],
    }),
  )
  return { hosts: members.map(({ client }) => client), programs }
}

function makeCertificate(folder: string, { uid, gid }: { uid?: number; gid?: number }): string {
  const certificate = path.join(folder, 'database.crt')
  const key = path.join(folder, 'database.key')
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost'
  const name = '-addext subjectAltName=DNS:localhost'
  const made = spawnSync('openssl', [
    ...`${request} ${name}`.split(' '),
    '-keyout',
    key,
    '-out',
    certificate,
  ])
  if (made.status !== 0) throw new Error(made.stderr.toString())
  chmodSync(key, 0o600)
  if (uid !== undefined) chownSync(key, uid, gid ?? uid)
  return certificate
}
