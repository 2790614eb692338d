import type { LodgedApplication } from '../../domain/application/application.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import { lampOf } from '../../domain/deadline/signal-light.ts'
import { workingDaysBetween } from '../../domain/deadline/working-calendar.ts'
import { maskApplicant } from '../../domain/identifiers/mask.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { daysUsed } from './days-used.ts'
import type { Cell, ListColumn } from './list-writer.ts'

export type ApplicationRow = {
  readonly number: string
  readonly item_id: string
  readonly department_id: string
  readonly received_on: LocalDate
  readonly due_on: LocalDate | null
  readonly card: 'none' | 'warning' | 'yellow' | 'red'
  readonly state: LodgedApplication
}

const CARD_NAME = { none: null, warning: '预警', yellow: '黄牌', red: '红牌' } as const

export const EXPORT_COLUMNS: readonly ListColumn[] = [
  { heading: '办件编号', kind: 'text', width: 24 },
  { heading: '清单序号', kind: 'number', width: 10 },
  { heading: '事项', kind: 'text', width: 40 },
  { heading: '申请人', kind: 'text', width: 24 },
  { heading: '主办部门', kind: 'text', width: 18 },
  { heading: '收件日期', kind: 'day', width: 12 },
  { heading: '状态', kind: 'text', width: 12 },
  { heading: '现时到期日', kind: 'day', width: 12 },
  { heading: '剩余工作日（负数为超期）', kind: 'number', width: 24 },
  { heading: '决定日期', kind: 'day', width: 12 },
  { heading: '盖章日期', kind: 'day', width: 12 },
  { heading: '送达日期', kind: 'day', width: 12 },
  { heading: '亮灯', kind: 'text', width: 14 },
  { heading: '牌', kind: 'text', width: 8 },
  { heading: '已用工作日', kind: 'number', width: 12 },
  { heading: '承诺工作日', kind: 'number', width: 12 },
]

/** One application as a line of the file: no more of the applicant than lists show. */
export function exportRow(reference: ReferenceData, today: LocalDate, row: ApplicationRow): Cell[] {
  const { state } = row
  const { calendar } = reference
  const item = reference.getItem(row.item_id)
  const guide = reference.getGuide(row.item_id, state.guideVersion)
  const days = daysUsed(state, guide, today, calendar)
  return [
    row.number,
    item.annexNumber ?? null,
    item.name,
    maskApplicant(state.applicant).name,
    reference.getOrganisation(row.department_id).shortName,
    row.received_on,
    STATUS_NAME[state.status],
    row.due_on,
    row.due_on && workingDaysBetween(today, row.due_on, calendar),
    dayOf(state.decision),
    dayOf(state.sealing),
    dayOf(state.delivery),
    lampOf(state, guide, today, calendar).word,
    CARD_NAME[row.card],
    ...(days === null ? [null, null] : [days.used, days.allowed]),
  ]
}

function dayOf(act: { readonly on: LocalDate } | null): LocalDate | null {
  return act === null ? null : act.on
}
