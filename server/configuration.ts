import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  messageSettingOf,
  messageWeaknesses,
  type MessageSetting,
} from './messages/message-settings.ts'
import { oidcSettingOf, oidcWeaknesses, type OidcSetting } from './oidc/oidc-setting.ts'
import { readerKeysSettingOf, readerKeysWeaknesses } from './application/reader-keys-setting.ts'
import type { ReaderKeys } from './application/identity-entry.ts'
import { clamdPlaceOf } from './uploads/clamd.ts'
import type { QuarantineSetting } from './uploads/quarantine.ts'

export type Configuration = {
  /** The demonstration: an open cast, test data, plain HTTP on this machine. */
  readonly demonstration: boolean
  readonly port: number
  readonly host: string
  /** What stands in the QR codes and in letters: https://zw.example.gov.cn */
  readonly portalUrl: string
  /** A PostgreSQL server; absent: the embedded one. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly sealPassphrase: string | undefined
  readonly behindProxy: boolean
  /** Every rate limit is multiplied by it; 0: none. */
  readonly rateLimit: number
  /** The virus scanner that uploads go through, and what is done while it is away. */
  readonly quarantine?: QuarantineSetting
  /** Text messages and e-mail; absent: none are sent. */
  readonly messages?: MessageSetting
  /** The identity provider citizens may sign in through; absent: none. */
  readonly oidc?: OidcSetting | undefined
  /** Identity readers whose signature counts; absent: none. */
  readonly readerKeys?: ReaderKeys | undefined
  readonly logLevel: string
  /** Where `/metrics` answers, away from the public's address; absent: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number } | undefined
  /** A collector of OpenTelemetry is named. */
  readonly traces?: boolean
  /** Keeps the embedded database's log and its base backups; absent: no continuous backup. */
  readonly backupFolder?: string | undefined
  /** Seconds between "/ready says no" and the end, for a proxy to notice. */
  readonly drainSeconds?: number
  /** More than one server on this database: they hold the same keys and tell each other what they change. */
  readonly severalServers?: boolean
}

const DEFAULT_PORT = 8765
const LEAST_SECRET = 16
const DRAIN_OF_SEVERAL = 5

export function readConfiguration(env: NodeJS.ProcessEnv, args: readonly string[]): Configuration {
  const demonstration = args.includes('--demo')
  const port = Number(env['PORT'] ?? DEFAULT_PORT)
  return {
    demonstration,
    port,
    host: env['HOST'] ?? '127.0.0.1',
    portalUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    databaseUrl: env['DATABASE_URL'],
    dataFolder: path.resolve(env['YICHUANG_DATA'] ?? 'data'),
    sealPassphrase: env['YICHUANG_SEAL_PASSPHRASE'],
    behindProxy: env['BEHIND_PROXY'] === '1',
    rateLimit: Number(env['RATE_LIMIT'] ?? 1),
    quarantine: quarantineOf(env),
    messages: messageSettingOf(env),
    oidc: oidcSettingOf(env),
    readerKeys: readerKeysSettingOf(env),
    logLevel: env['LOG_LEVEL'] ?? (demonstration ? 'warn' : 'info'),
    ...operations(env),
  }
}

function operations(env: NodeJS.ProcessEnv) {
  const port = env['METRICS_PORT']
  const backup = env['YICHUANG_BACKUP']
  const severalServers = env['YICHUANG_SERVERS'] === 'several'
  return {
    severalServers,
    metrics:
      port === undefined
        ? undefined
        : { host: env['METRICS_HOST'] ?? '127.0.0.1', port: Number(port) },
    traces: [env['OTEL_EXPORTER_OTLP_ENDPOINT'], env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']].some(
      (endpoint) => endpoint !== undefined && endpoint !== '',
    ),
    backupFolder: backup === undefined || backup === '' ? undefined : path.resolve(backup),
    drainSeconds: Number(env['DRAIN_SECONDS'] ?? (severalServers ? DRAIN_OF_SEVERAL : 0)),
  }
}

/** Settings that only make sense, or only become dangerous, in one place: named, with the remedy. */
export function weaknessesOf(
  configuration: Configuration,
  env: NodeJS.ProcessEnv,
): readonly string[] {
  const anywhere = [
    ...(isPort(configuration.port) ? [] : [`PORT=${env['PORT'] ?? ''}：端口须为 0–65535 的整数。`]),
    ...severalServersWeaknesses(configuration, env),
    ...operationWeaknesses(configuration, env),
    ...(configuration.rateLimit >= 0 && configuration.rateLimit <= 1_000
      ? []
      : ['RATE_LIMIT：须为 0–1000 的数，各项频率限制都乘以它；0 表示不限制。']),
    ...quarantineWeaknesses(env),
    ...messageWeaknesses(messageSettingOf(env), configuration.demonstration),
    ...oidcWeaknesses(env, configuration.demonstration),
    ...readerKeysWeaknesses(env),
    ...(env['YICHUANG_NOW'] === undefined
      ? []
      : [
          'YICHUANG_NOW：虚拟时钟只用于演练（npm run rehearse），服务器不接受，请删除此设置。（virtual-clock-forbidden）',
        ]),
  ]
  return configuration.demonstration
    ? anywhere
    : [...anywhere, ...productionWeaknesses(configuration, env)]
}

function operationWeaknesses(
  { metrics, port, drainSeconds = 0 }: Configuration,
  env: NodeJS.ProcessEnv,
): string[] {
  const { port: at = 0 } = metrics ?? {}
  return [
    ...(isPort(at) && (at === 0 || at !== port)
      ? []
      : [
          `METRICS_PORT=${env['METRICS_PORT'] ?? ''}：监控端口须为 0–65535 的整数，且不同于 PORT。`,
        ]),
    ...(drainSeconds >= 0 && drainSeconds <= 120
      ? []
      : [`DRAIN_SECONDS=${env['DRAIN_SECONDS'] ?? ''}：须为 0–120 的秒数。`]),
  ]
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port < 65_536
}

function severalServersWeaknesses(
  { demonstration, severalServers = false, databaseUrl }: Configuration,
  env: NodeJS.ProcessEnv,
): string[] {
  const servers = env['YICHUANG_SERVERS'] ?? 'single'
  const weaknesses: string[] = []
  if (servers !== 'single' && servers !== 'several')
    weaknesses.push(
      `YICHUANG_SERVERS=${servers}：只能是 single（一台，默认）或者 several（多台）。`,
    )
  if (severalServers && databaseUrl === undefined)
    weaknesses.push(
      'YICHUANG_SERVERS=several：多台服务器须共用一个 PostgreSQL，请设置 DATABASE_URL。',
    )
  if (severalServers && demonstration)
    weaknesses.push('YICHUANG_SERVERS=several：演示环境只有一台，请删除此设置。')
  return weaknesses
}

function quarantineOf(env: NodeJS.ProcessEnv): QuarantineSetting {
  const clamd = clamdPlaceOf(env['CLAMD'] ?? '')
  const whenAway = env['QUARANTINE'] === 'block' ? 'block' : 'admit-later'
  return clamd === undefined ? undefined : { clamd, whenAway }
}

function quarantineWeaknesses(env: NodeJS.ProcessEnv): string[] {
  const clamd = env['CLAMD'] ?? ''
  const whenAway = env['QUARANTINE'] ?? ''
  return [
    ...(clamd === '' || clamdPlaceOf(clamd) !== undefined
      ? []
      : ['CLAMD：须为查杀服务的 主机:端口 或者套接字文件的绝对路径。']),
    ...(['', 'block', 'admit-later'].includes(whenAway)
      ? []
      : ['QUARANTINE：只能是 block（查杀服务不在时不收文件）或者 admit-later（先收后查，默认）。']),
  ]
}

function productionWeaknesses(
  { portalUrl, databaseUrl, dataFolder, sealPassphrase, host, behindProxy }: Configuration,
  env: NodeJS.ProcessEnv,
): string[] {
  const weaknesses: string[] = []
  if (!portalUrl.startsWith('https://'))
    weaknesses.push(
      'PUBLIC_URL：须为对外的 https:// 地址；会话 Cookie 只在 HTTPS 下发送，二维码也指向它。',
    )
  if ((sealPassphrase ?? '').length < LEAST_SECRET)
    weaknesses.push(
      `YICHUANG_SEAL_PASSPHRASE：须设置不少于 ${LEAST_SECRET} 个字符的口令，用于加密印章私钥。`,
    )
  if (databaseUrl !== undefined && isWeakDatabase(databaseUrl))
    weaknesses.push(
      'DATABASE_URL：远程数据库须有不少于 12 个字符的口令，并启用加密连接（sslmode=require 或更严）。',
    )
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    weaknesses.push('NODE_TLS_REJECT_UNAUTHORIZED=0：关闭了证书校验，请删除此设置。')
  if (!isLoopback(host) && !behindProxy)
    weaknesses.push(
      'HOST：直接对外监听时没有加密；请监听 127.0.0.1 并由反向代理提供 HTTPS（设 BEHIND_PROXY=1）。',
    )
  if (existsSync(dataFolder) && (statSync(dataFolder).mode & 0o022) !== 0)
    weaknesses.push('YICHUANG_DATA：数据文件夹可被其他用户写入，请执行 chmod 755 或更严。')
  return weaknesses
}

function isWeakDatabase(text: string): boolean {
  // A socket's address names no host: postgresql://user:password@/database?host=/run/postgresql
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.hostname === '' || isLoopback(url.hostname)) return false
  const { password, searchParams } = url
  return (
    decodeURIComponent(password).length < 12 ||
    !['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '')
  )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
