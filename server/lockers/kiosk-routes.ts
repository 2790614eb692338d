import type { FastifyInstance } from 'fastify'
import { askForBox, tellOfBox } from '../../contract/lockers.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { boxStateAfter } from '../../domain/locker/box-use.ts'
import { createCodeLock } from '../http/code-lock.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { changeBox, findUse } from './box-uses.ts'
import { deliverFromBox } from './deliver-from-box.ts'
import type { LockersContext } from './lockers-context.ts'

const LOCK_MINUTES = 30
/** Whoever holds a found receipt has five tries at the identity. */
const LOCK = createCodeLock({ purpose: 'locker', minutes: LOCK_MINUTES, most: { application: 5 } })

const EMPTY = '这个办件没有放在取件柜，请到窗口领取。'

/** The kiosk's side: ask for one's box, tell what its door did and that it was emptied. */
export function kioskLockerRoutes(server: FastifyInstance, context: LockersContext): void {
  const { http, kioskOf, load, openByCode, entryOf, keepSignature } = context
  const { db, regionCode } = http

  registerOperation(server, http, askForBox, async ({ body, request }) => {
    const device = await kioskOf(request)
    if (device === undefined) return unknownKiosk()
    const { collectionId, number, code, identity, signature } = body
    const opened = await openByCode(regionCode, { number, code, address: request.ip })
    if (!opened.ok) return opened
    const { applicationId } = opened
    const application = await load(regionCode, applicationId)
    const use = await findUse(db, regionCode, 'application', applicationId)
    if (application === null || use === undefined) return refuse('locker-empty', EMPTY)
    const refused = await refusalOfCollector(applicationId, application, identity.number)
    if (refused !== null) return refused
    if (use.collectionId === collectionId) return { ok: true, value: { box: use.box } }
    const state = boxStateAfter(use.state, 'asked')
    if (state === null) return refuse('locker-empty', EMPTY)
    await keepSignature(regionCode, { applicationId, collectionId, signature })
    const identityEntry = entryOf(collectionId, application, identity)
    const outcome = await changeBox(db, {
      regionCode,
      depositId: use.depositId,
      commandId: collectionId,
      act: 'asked',
      from: use.state,
      change: { state, collectionId, identityEntry, openedAt: null, fault: null },
      at: http.clock(regionCode),
      deviceId: device.deviceId,
      detail: { identityEntry },
    })
    if (outcome === 'moved')
      return refuse('changed-meanwhile', '这个格口正在由别人操作，请稍候再试。')
    return { ok: true, value: { box: use.box } }
  })

  registerOperation(server, http, tellOfBox, async ({ params, body, request }) => {
    const device = await kioskOf(request)
    if (device === undefined) return unknownKiosk()
    const use = await findUse(db, regionCode, 'collection', params.collectionId)
    if (use === undefined) return refuse('not-found', '取件柜没有这条记录，请重新取件。')
    const { commandId, news, openedAt, fault } = body
    if ((news === 'opened') !== (openedAt !== null))
      return refuse('invalid-input', '开门时间只随开门一起报告。')
    const state = boxStateAfter(use.state, news)
    if (state !== null && news === 'taken') {
      const refused = await deliverFromBox(context, use, { origin: request.ip })
      if (refused !== null) return { ok: false, violation: refused }
    }
    const outcome = await changeBox(db, {
      regionCode,
      depositId: use.depositId,
      commandId,
      act: news,
      from: state === null ? null : use.state,
      change: {
        state: state ?? use.state,
        ...toldOf(openedAt, fault),
      },
      at: http.clock(regionCode),
      deviceId: device.deviceId,
      detail: { openedAt, fault },
    })
    if (outcome === 'moved')
      return refuse('box-act-not-possible', '这个格口的状态已经变化，请到窗口领取。')
    return { ok: true, value: { state: state ?? use.state } }
  })

  /** Number and code stand on the receipt; the identity is the person's. */
  async function refusalOfCollector(
    applicationId: string,
    { applicant }: LodgedApplication,
    typed: string,
  ) {
    const keys = [{ kind: 'application', value: applicationId }] as const
    const guess = await LOCK.take(db, regionCode, keys, new Date().toISOString() as Instant)
    if (!guess.allowed)
      return refuse('code-locked', '证件号码多次不符，请持身份证到窗口领取。', {
        retryAfterSeconds: LOCK_MINUTES * 60,
      })
    if (typed.replaceAll(/\s/g, '').toUpperCase() !== applicant.identityNumber)
      return refuse('identity-mismatch', '证件号码与申请人不符。取件柜只能由申请人本人领取。')
    await LOCK.forget(db, regionCode, keys)
    return null
  }
}

const unknownKiosk = () =>
  refuse('device-unknown', '这台自助机没有配对或者已经注销，请联系大厅管理员重新配对。')

const toldOf = (openedAt: string | null, fault: string | null) => ({
  ...(openedAt === null ? {} : { openedAt }),
  ...(fault === null ? {} : { fault }),
})
