import type { Submitted } from '../../contract/drafts.ts'
import { checkApplicant, namesSomebodyElse } from '../../domain/drafts/resolve-applicant.ts'
import { isUnderFourteen } from '../../domain/mandate/age.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { queryCodeOf } from '../database/query-code.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { type CheckedDraft, checkDraft } from './check-draft.ts'
import { refuseSettled } from './draft-access.ts'
import type { Done, DraftContext, Receipt, Refused } from './draft-context.ts'
import { type DraftRow, findDraft } from './draft-row.ts'
import { changeRefusal } from './refusals.ts'

const RESERVE = `
  update application_draft set application_id = coalesce(application_id, $4), submit_command = coalesce(submit_command, $5)
   where region_code = $1 and draft_id = $2 and (version = $3 or application_id is not null)
  returning application_id as "applicationId", submit_command as "commandId"`
const RELEASE = `
  update application_draft set application_id = null, submit_command = null
   where region_code = $1 and draft_id = $2 and state = 'open' and application_id = $3`
const SETTLE = `
  update application_draft set state = 'submitted', code_locator = null, code_hash = null
   where region_code = $1 and draft_id = $2`

const IDENTITY_SHARED = refuse(
  'identity-shared',
  '这个证件号码另有账号或者办件使用，为保护权益暂不能网上提交。请持证件到窗口核实，草稿已保留。',
)

export type Submission = {
  readonly commandId: string
  readonly applicationId: string
  readonly expectedVersion: number
}
type By = { readonly session: Session; readonly origin: string }

/** By the applicant, online: everything that is asked must be there, and a mandate must hold at this very moment. */
export async function submitDraft(
  context: DraftContext,
  by: By,
  draft: DraftRow,
  submission: Submission,
): Promise<Done<Submitted>> {
  const { actor } = by.session
  if (draft.applicationId === null) {
    const checked = await checkDraft(context, draft, actor)
    const refused = await refuseToSubmit(context, by.session, draft, checked)
    if (refused !== null) return refused
  }
  return await lodge(context, by, draft, submission, (checked) => ({
    channel: 'portal',
    insist: false,
    form: checked.form,
    materials: statesOf(checked),
  }))
}

/** By a clerk who has the citizen and the papers before them: what the form lacks is for the four checks. */
export async function takeOver(
  context: DraftContext,
  by: By,
  draft: DraftRow,
  submission: Submission & {
    readonly materials: Readonly<Record<string, 'held' | 'missing' | 'defective'>>
    readonly insist: boolean
  },
): Promise<Done<Submitted>> {
  return await lodge(context, by, draft, submission, (checked) => ({
    channel: by.session.actor.role === 'accompanying-agent' ? 'agent' : 'window',
    insist: submission.insist,
    form: checked.faults.length === 0 ? checked.form : null,
    materials: Object.fromEntries(
      checked.wanted.map(({ number }) => [
        number,
        submission.materials[number] ?? statesOf(checked)[number] ?? 'missing',
      ]),
    ),
  }))
}

type How = Pick<Receipt, 'channel' | 'insist' | 'form' | 'materials'>

/** Held for one application, received, its files attached, settled: each step may be repeated after a break. */
async function lodge(
  context: DraftContext,
  { session, origin }: By,
  draft: DraftRow,
  submission: Submission,
  how: (checked: CheckedDraft) => How,
): Promise<Done<Submitted>> {
  const { db, regionCode, clock, procedure } = context
  const [held] = await db.query<{ applicationId: string; commandId: string }>(RESERVE, [
    regionCode,
    draft.draftId,
    submission.expectedVersion,
    submission.applicationId,
    submission.commandId,
  ])
  if (held === undefined) return await meanwhile(context, draft)
  const { applicationId, commandId } = held
  const at = clock(regionCode)
  const isCitizen = session.actor.role === 'applicant'
  const checked = await checkDraft(context, draft, isCitizen ? session.actor : null)
  const received = await procedure.receive(session, origin, {
    commandId,
    applicationId,
    itemId: draft.itemId,
    applicant: checked.applicant,
    situation: draft.content.situation,
    mandateId: isCitizen ? draft.content.mandateId : null,
    at,
    ...how(checked),
  })
  if (!received.ok) {
    await db.query(RELEASE, [regionCode, draft.draftId, applicationId])
    return received
  }
  const failed = await attachPages(context, { session, origin }, applicationId, checked, at)
  if (failed !== null) return failed
  await db.query(SETTLE, [regionCode, draft.draftId])
  const slip = received.value.notices.find(({ kind }) => kind === 'receipt-slip')
  return {
    ok: true,
    value: {
      applicationId,
      number: received.value.number,
      queryCode: await queryCodeOf(db, regionCode, applicationId),
      receivedAt: at,
      notice:
        slip === undefined
          ? null
          : { noticeId: slip.noticeId, title: slip.title, number: slip.number },
    },
  }
}

async function attachPages(
  { procedure, uploads, regionCode }: DraftContext,
  { session, origin }: By,
  applicationId: string,
  { pages, wanted }: CheckedDraft,
  at: Instant,
): Promise<Refused | null> {
  const numbers = wanted.map(({ number }) => number)
  for (const page of pages) {
    if (page.state === 'receiving' || !numbers.includes(page.material)) continue
    await uploads.attach(regionCode, page, { applicationId, by: session.actor, at })
    const refused = await procedure.attach(session, origin, applicationId, page, at)
    if (refused !== null) return refused
  }
  return null
}

/** Another device saved, or another page submitted it, since this one looked. */
async function meanwhile(context: DraftContext, draft: DraftRow): Promise<Refused> {
  const now = await findDraft(context.db, context.regionCode, draft.draftId)
  return (
    (now && refuseSettled(now)) ??
    refuse(
      'changed-meanwhile',
      '这份草稿刚刚在另一台设备上保存过，没有提交。请核对最新内容后再提交。',
      { version: now?.version ?? draft.version },
    )
  )
}

async function refuseToSubmit(
  context: DraftContext,
  { actor }: Session,
  { content }: DraftRow,
  checked: CheckedDraft,
): Promise<Refused | null> {
  const [change] = checked.changes
  if (change !== undefined) return changeRefusal(change)
  if (actor.identity === undefined) return IDENTITY_SHARED
  if (content.mandateId === null && namesSomebodyElse(content.applicant, actor))
    return refuse(
      'mandate-required',
      '填写的申请人不是您本人。为他人办理，请先取得申请人的授权（或者登记监护关系），并在草稿中选择这份授权。',
    )
  if (checked.mandateSentence !== '')
    return { ok: false, violation: { code: 'mandate-invalid', why: checked.mandateSentence } }
  const own = actor.identity
  if (isUnderFourteen(own, checked.today))
    return refuse(
      'guardian-required',
      '未满 14 周岁的，由监护人办理：请监护人登录自己的账号，登记监护关系后为您提交。',
    )
  if ((await context.accountsWith(context.regionCode, own)) > 1) return IDENTITY_SHARED
  const applicant = checkApplicant(checked.applicant, checked.today)
  const missing = checked.materials.filter(({ state }) => state === 'missing')
  if (checked.faults.length + applicant.length + missing.length === 0) return null
  return refuse('draft-incomplete', '还有内容没有填好，请按提示补齐后再提交；已填内容都已保存。', {
    fields: [
      ...applicant.map(({ field, message }) => ({ field: `applicant.${field}`, message })),
      ...checked.faults.map(({ element, message }) => ({ field: `answers.${element}`, message })),
      ...missing.map(({ number, name, message }) => ({
        field: `materials.${number}`,
        message: `${name}：${message}`,
      })),
    ],
  })
}

const STATE = {
  held: 'held',
  promised: 'promised',
  missing: 'missing',
  'to-follow': 'missing',
  'at-the-window': 'missing',
} as const

function statesOf({ materials }: CheckedDraft): Receipt['materials'] {
  return Object.fromEntries(materials.map(({ number, state }) => [number, STATE[state]]))
}
