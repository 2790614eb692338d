import type { z } from 'zod'
import type { NoticeView } from '../../contract/application-view.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import { openBadRatingsOf } from '../../domain/application/supervision/ratings.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext, Commander } from './application-context.ts'
import { applicationView, type ViewSource } from './application-view.ts'
import { awaitedBy } from './awaited-by.ts'
import { factsOf } from './facts-of.ts'
import type { HistoryRow } from './history-view.ts'
import { loadApplication } from './load-application.ts'
import { heldMandate, mayRead } from './may-read.ts'
import { readHandling } from './material-check.ts'

const HISTORY = `select seq, data, encode(hash, 'hex') as hash from application_event where region_code = $1 and application_id = $2 order by seq`
const NOTICES = `
  select n.notice_id as "noticeId", n.kind, n.content ->> 'title' as title, n.number, n.dated, encode(f.sha256, 'hex') as sha256
    from notice n left join document_file f on f.region_code = $1 and f.document_id = n.notice_id
   where n.region_code = $1 and n.application_id = $2 order by n.seq desc, n.kind`

/** Papers between government bodies are not the applicant's. */
const INTERNAL_NOTICES = ['sealing-letter', 'revocation-copy']
const HANDLING = [
  'window-clerk',
  'accompanying-agent',
  'reviewer',
  'decider',
  'department-head',
  'seal-keeper',
]

export type Reading = {
  readonly regionCode: number
  readonly applicationId: string
  readonly commander: Commander
}

/** Null: no such application. A stranger is answered by the rule, not by silence. */
export async function readApplication(
  context: ApplicationContext,
  { regionCode, applicationId, commander }: Reading,
) {
  const [loaded, history, notices] = await Promise.all([
    loadApplication(context.db, { regionCode, applicationId, commandId: newId() }),
    context.db.query<HistoryRow>(HISTORY, [regionCode, applicationId]),
    context.db.query<z.input<typeof NoticeView>>(NOTICES, [regionCode, applicationId]),
  ])
  const { application } = loaded
  if (application.status === 'not-lodged') return null
  const { actor, standing } = commander
  if (!(await mayRead(context, regionCode, actor, application))) return 'not-your-application'
  const handling: ViewSource['handling'] =
    application.files.length === 0
      ? new Map()
      : await readHandling(context.db, regionCode, applicationId)
  const now = context.clock(regionCode)
  const facts = factsOf({
    reference: context.reference,
    forms: context.forms,
    mandate: await heldMandate(context, regionCode, actor, application),
    awaitedResults: await awaitedBy(context, regionCode, application),
    loaded,
    itemId: application.itemId,
    renews: null,
    standing,
    now,
  })
  const internal = actor.role !== 'applicant'
  const calls = actor.role === 'supervisor' && openBadRatingsOf(application).length > 0
  const view = applicationView({
    applicationId,
    number: loaded.number,
    version: loaded.head.version,
    application,
    situation: { by: actor, at: now, today: localDateOf(now), facts },
    notices: internal ? notices : notices.filter(({ kind }) => !INTERNAL_NOTICES.includes(kind)),
    history,
    handling,
    reference: context.reference,
    form: formOf(context, application),
    isHidden: hiddenTo(context, commander, application),
    masked: !seesWholeIdentity(commander, application),
    callable: calls,
    internal,
  })
  return { view, seesWhole: internal && (calls || !view.applicant.masked) }
}

/** Whole identities only for who handles the application (domain rules §8): the window, its departments, the Bureau. */
function seesWholeIdentity({ actor }: Commander, application: LodgedApplication): boolean {
  if (actor.role === 'applicant') return true
  if (!HANDLING.includes(actor.role)) return false
  if (actor.body !== 'department') return true
  return (
    actor.organisationId === application.departmentId ||
    application.partnerIds.some((id) => id === actor.organisationId)
  )
}

/** The form under which it was filled in. */
function formOf({ forms }: ApplicationContext, { form }: LodgedApplication) {
  return form === undefined ? undefined : forms?.findVersion(form.formId, form.version)
}

/** Personal answers are whole only where the identity is (domain rules §8). */
function hiddenTo(
  { forms }: ApplicationContext,
  commander: Commander,
  application: LodgedApplication,
): (element: string) => boolean {
  if (seesWholeIdentity(commander, application)) return () => false
  const personal = new Set(
    forms?.elements?.().flatMap((element) => (element.personal ? [element.id] : [])),
  )
  return (element) => personal.has(element)
}
