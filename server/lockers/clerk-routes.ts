import type { FastifyInstance } from 'fastify'
import { actOnBox, listBoxUses, reserveBox } from '../../contract/lockers.ts'
import { boxStateAfter, refusalOfLocker } from '../../domain/locker/box-use.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { boxUseView, changeBox, findUse, usesNow } from './box-uses.ts'
import { deliverFromBox } from './deliver-from-box.ts'
import type { LockersContext } from './lockers-context.ts'

const WHY_NOT = {
  'not-issued': '本件还没有出件或者已经送达，不能放入取件柜。',
  'not-for-collection': '本件以快递寄送，不放入取件柜。',
  'not-in-person':
    '取件柜只供申请人凭本人居民身份证领取；单位申请、他人代办或者使用其他证件的，请在窗口领取。',
} as const

/** The clerk's side: put in, look, take back. */
export function clerkLockerRoutes(server: FastifyInstance, context: LockersContext): void {
  const { http, load } = context
  const { db } = http

  registerOperation(server, http, listBoxUses, async ({ session }) => {
    const rows = await usesNow(db, session.regionCode)
    return { ok: true, value: { uses: rows.map(boxUseView) } }
  })

  registerOperation(server, http, reserveBox, async ({ session, body }) => {
    const { regionCode, actor } = session
    const { depositId, applicationId, box } = body
    const known = await findUse(db, regionCode, 'deposit', depositId)
    if (known === undefined) {
      const application = await load(regionCode, applicationId)
      if (application === null)
        return refuse('application-not-found', '没有这件办件，请核对办件编号。')
      const why = refusalOfLocker(application)
      if (why !== null) return refuse('locker-not-possible', WHY_NOT[why])
      const outcome = await changeBox(db, {
        regionCode,
        depositId,
        commandId: depositId,
        act: 'reserved',
        from: null,
        change: { applicationId, box, name: actor.name },
        at: http.clock(regionCode),
        accountId: actor.accountId,
        detail: { box },
      })
      if (outcome === 'taken')
        return refuse('box-taken', `第 ${box} 格已被占用，或者本件已在取件柜中，请刷新后另选格口。`)
    }
    return await answerWith(regionCode, depositId)
  })

  registerOperation(server, http, actOnBox, async ({ session, params, body, request }) => {
    const { regionCode, actor } = session
    const { depositId } = params
    const { commandId, act } = body
    const use = await findUse(db, regionCode, 'deposit', depositId)
    if (use === undefined) return refuse('not-found', '取件柜没有这条记录，请刷新。')
    const state = boxStateAfter(use.state, act)
    if (state !== null && act === 'found-empty') {
      const refused = await deliverFromBox(context, use, { clerk: session, origin: request.ip })
      if (refused !== null) return { ok: false, violation: refused }
    }
    const outcome = await changeBox(db, {
      regionCode,
      depositId,
      commandId,
      act,
      from: state === null ? null : use.state,
      change: { state: state ?? use.state, ...(act === 'still-there' ? { fault: null } : {}) },
      at: http.clock(regionCode),
      accountId: actor.accountId,
    })
    if (outcome === 'moved')
      return refuse('box-act-not-possible', '这个格口的状态已经变化，请刷新后再办。')
    return await answerWith(regionCode, depositId)
  })

  async function answerWith(regionCode: number, depositId: string) {
    const use = await findUse(db, regionCode, 'deposit', depositId)
    if (use === undefined) throw new Error('A use that was just written is gone')
    return { ok: true as const, value: { use: boxUseView(use) } }
  }
}
