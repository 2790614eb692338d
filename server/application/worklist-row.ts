import type { z } from 'zod'
import type { WorklistName, WorklistRow } from '../../contract/applications.ts'
import type {
  Application,
  ApplicationStatus,
  LodgedApplication,
} from '../../domain/application/application.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import { commitmentCheckDue } from '../../domain/application/review/check-commitment.ts'
import {
  followUpDueOn,
  followUpLight,
  ratingToAnswer,
} from '../../domain/application/supervision/ratings.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { lampOf } from '../../domain/deadline/signal-light.ts'
import { workingDaysBetween, type WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import { maskApplicant } from '../../domain/identifiers/mask.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ApplicationContext } from './application-context.ts'
import { DUE_NAME, type DueKind } from './pressing-due.ts'

export type Row = {
  application_id: string
  number: string
  version: number
  status: ApplicationStatus
  item_id: string
  department_id: string
  due_on: LocalDate | null
  due_kind: DueKind | null
  card: 'none' | 'warning' | 'yellow' | 'red'
  state: Application
}

export type ListReader = { readonly regionCode: number; readonly actor: Actor }
/** The guide gives no days for the check of a commitment. */
const NO_CHECK_DAY = '核查期限待部门确认'

/** One line of a list, as this person may see it; `list` null: found by search. */
export function worklistRow(
  { reference, clock }: ApplicationContext,
  { regionCode, actor }: ListReader,
  row: Row,
  list: WorklistName | null,
): z.input<typeof WorklistRow> {
  const { state } = row
  if (state.status === 'not-lodged') throw new Error('A row is always lodged')
  const { calendar } = reference
  const today = localDateOf(clock(regionCode))
  const guide = reference.getGuide(row.item_id, state.guideVersion)
  const due = dueShown(row, state, { guide, calendar, today }, list)
  const item = reference.getItem(row.item_id)
  const own = actor.role === 'applicant'
  return {
    applicationId: row.application_id,
    number: row.number,
    version: row.version,
    status: row.status,
    statusName: STATUS_NAME[row.status],
    itemId: row.item_id,
    itemName: item.name,
    annexNumber: item.annexNumber ?? null,
    applicantName: own ? state.applicant.name : maskApplicant(state.applicant).name,
    departmentName: reference.getOrganisation(row.department_id).shortName,
    receivedAt: state.receivedAt,
    dueOn: due?.on ?? null,
    dueName: dueNameOf(due, list),
    remaining: due === null ? null : workingDaysBetween(today, due.on, calendar),
    light: due?.light ?? lampOf(state, guide, today, calendar).light,
    card: own ? 'none' : row.card,
    levelMark: item.levelMark,
  }
}

function dueNameOf(due: DueShown | null, list: WorklistName | null): string {
  if (due !== null) return due.name
  return list === 'to-check' ? NO_CHECK_DAY : ''
}

type DueShown = {
  readonly on: LocalDate
  readonly name: string
  /** Where the limit is none of the procedure's clocks. */
  readonly light?: 'green' | 'amber' | 'red'
}

/** Who calls about a bad rating is pressed by the call's own limit: amber from its last working day. */
function dueShown(
  row: Row,
  application: LodgedApplication,
  {
    guide,
    calendar,
    today,
  }: {
    readonly guide: ServiceGuide
    readonly calendar: WorkingCalendar
    readonly today: LocalDate
  },
  list: WorklistName | null,
): DueShown | null {
  if (list === 'to-follow-up') {
    const rating = ratingToAnswer(application)
    const on = rating === null ? null : followUpDueOn(rating, calendar)
    if (on === null) return null
    return { on, name: '回访期限', light: followUpLight(on, today, calendar) }
  }
  if (list === 'to-check') {
    const on = commitmentCheckDue(application, guide, calendar)
    return on && { on, name: '承诺核查期限', light: today > on ? 'red' : 'green' }
  }
  if (row.due_on === null || row.due_kind === null) return null
  return { on: row.due_on, name: DUE_NAME[row.due_kind] }
}
