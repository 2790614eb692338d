import { createHash } from 'node:crypto'
import type { Database } from '../database/connect.ts'

/** The public parts, in PEM: the root certificate of the seals, the key of the daily roots. */
export type PublicKeys = { readonly seals: string; readonly trail: string }
type Kind = keyof PublicKeys

const REGISTER = `
  insert into server_key (region_code, kind, fingerprint, registered_at)
  select $1, k.kind, k.fingerprint, $4 from unnest($2::text[], $3::text[]) as k(kind, fingerprint)
  on conflict (region_code, kind) do nothing`
const REGISTERED = 'select kind, fingerprint from server_key where region_code = $1'

const FOLDER: Readonly<Record<Kind, string>> = { seals: 'seals', trail: 'trail' }
const NAME: Readonly<Record<Kind, string>> = { seals: '印章密钥', trail: '留痕签名密钥' }

/**
 * Holds this server's keys against those that the servers of this database use, and throws when they are others: two
 * roots of trust in one trail could never be told from forgery. `register`: the first of several servers says which.
 */
export async function agreeOnKeys(
  db: Database,
  regionCode: number,
  keys: PublicKeys,
  { register, now }: { readonly register: boolean; readonly now: Date },
): Promise<void> {
  const own: Readonly<Record<Kind, string>> = {
    seals: fingerprintOf(keys.seals),
    trail: fingerprintOf(keys.trail),
  }
  const kinds: readonly Kind[] = ['seals', 'trail']
  if (register)
    await db.query(REGISTER, [
      regionCode,
      [...kinds],
      kinds.map((kind) => own[kind]),
      now.toISOString(),
    ])
  const registered = await db.query<{ kind: Kind; fingerprint: string }>(REGISTERED, [regionCode])
  for (const { kind, fingerprint } of registered)
    if (own[kind] !== fingerprint)
      throw new Error(
        `本机的${NAME[kind]}（${short(own[kind])}）与数据库登记的（${short(fingerprint)}）不同，不能一起办件（server-keys-differ）。` +
          `请把第一台服务器数据文件夹里的 ${FOLDER[kind]}/ 挂载或者复制到本机的数据文件夹后重新启动。`,
      )
}

function fingerprintOf(pem: string): string {
  return createHash('sha256').update(pem.replaceAll(/\s/g, '')).digest('hex')
}

function short(fingerprint: string): string {
  return fingerprint.slice(0, 12)
}
