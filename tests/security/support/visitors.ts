import type { Role } from '../../../domain/shared/actor.ts'
import { hashPassword } from '../../../server/access/password.ts'
import type { Database } from '../../../server/database/connect.ts'
import { newId } from '../../../server/event-log/chain.ts'
import { type composedServer, PASSWORD, REGION } from '../../support/composed-server.ts'

type Server = Awaited<ReturnType<typeof composedServer>>

/** Who knocks: nobody, one of every post, and those whose post, password, department or application is not right. */
export const VISITORS = [
  'anonymous',
  'window-clerk',
  'accompanying-agent',
  'reviewer',
  'decider',
  'department-head',
  'government-head',
  'seal-keeper',
  'supervisor',
  'system-admin',
  'security-admin',
  'audit-admin',
  'catalogue-editor',
  'catalogue-confirmer',
  'hall-manager',
  'applicant',
  'closed post',
  'new password',
  'other department',
  'other citizen',
] as const
export type Visitor = (typeof VISITORS)[number]

const USERNAME: Readonly<Record<Exclude<Visitor, 'anonymous'>, string>> = {
  'window-clerk': 'chuangkou2',
  'accompanying-agent': 'daiban',
  reviewer: 'wentilv.shenhe',
  decider: 'wentilv.jueding',
  'department-head': 'wentilv.fuze',
  'government-head': 'zhouzhengfu',
  'seal-keeper': 'yongyin1',
  supervisor: 'ducha',
  'system-admin': 'xitong',
  'security-admin': 'anquan',
  'audit-admin': 'shenji',
  'catalogue-editor': 'wentilv.shixiang',
  'catalogue-confirmer': 'shending1',
  'hall-manager': 'dating',
  applicant: 'shenqing1',
  'closed post': 'ceshi.weikaitong',
  'new password': 'ceshi.xinmima',
  'other department': 'shichangju.shenhe',
  'other citizen': 'shenqing2',
} satisfies Record<Exclude<Role, 'law'>, string> & Record<string, string>

/** An account to be changed by tests. */
export const SPARE = 'ceshi.beiyong'

const ADD = `
  insert into account (region_code, account_id, username, name, role, organisation_id, window_number, password_hash, post_open, must_change_password, disabled, demonstration, created_at)
  values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9, false, true, now())`

/** Beside the cast: a post not opened, a password not yet changed, an account for others to change. */
export async function addVisitors(db: Database): Promise<{ readonly spareId: string }> {
  const hash = await hashPassword(PASSWORD)
  const add = async (username: string, open: boolean, mustChange: boolean) => {
    const id = newId()
    await db.query(ADD, [
      REGION,
      id,
      username,
      '测试示例',
      'reviewer',
      'culture-tourism',
      hash,
      open,
      mustChange,
    ])
    return id
  }
  await add(USERNAME['closed post'], false, false)
  await add(USERNAME['new password'], true, true)
  return { spareId: await add(SPARE, true, false) }
}

/** The cookie header of each visitor; a session of its own, to be lost, when asked for. */
export function visitorsOf({ http }: Pick<Server, 'http'>) {
  const cookies = new Map<Visitor, string>()
  async function open(visitor: Exclude<Visitor, 'anonymous'>): Promise<string> {
    const answer = await http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-yichuang': '1' },
      payload: { username: USERNAME[visitor], password: PASSWORD },
    })
    const cookie = answer.cookies.find(({ name }) => name === 'yichuang')?.value
    if (cookie === undefined) throw new Error(`${visitor} could not sign in: ${answer.body}`)
    return cookie
  }
  return async (visitor: Visitor, { anew = false } = {}): Promise<{ cookie?: string }> => {
    if (visitor === 'anonymous') return {}
    if (anew) return { cookie: `yichuang=${await open(visitor)}` }
    const cookie = cookies.get(visitor) ?? (await open(visitor))
    cookies.set(visitor, cookie)
    return { cookie: `yichuang=${cookie}` }
  }
}
