import type { EnquiryForStaff, EnquiryView } from '../../contract/enquiries.ts'
import { ENQUIRY_KIND_NAME, ENQUIRY_STATE_NAME } from '../../domain/enquiry/enquiry.ts'
import { refusalToAnswer, refusalToForward } from '../../domain/enquiry/enquiry-rules.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { EnquiryRow } from './enquiry-row.ts'

const WINDOW_NAME = '综合窗口'
const SUPERVISION_NAME = '州政务服务中心监督科'

export function answererNameOf(
  { kind, departmentId }: Pick<EnquiryRow, 'kind' | 'departmentId'>,
  reference: ReferenceData,
): string {
  if (kind === 'complaint') return SUPERVISION_NAME
  return departmentId === null ? WINDOW_NAME : reference.getOrganisation(departmentId).shortName
}

export function enquiryView(
  row: EnquiryRow,
  reference: ReferenceData,
  today: LocalDate,
): EnquiryView {
  const { content, state, kind, dueOn } = row
  return {
    enquiryId: row.enquiryId,
    number: row.number,
    kind,
    kindName: ENQUIRY_KIND_NAME[kind],
    state,
    stateName: ENQUIRY_STATE_NAME[state],
    itemId: row.itemId,
    itemName: row.itemId === null ? null : (reference.findItem(row.itemId)?.name ?? null),
    answererName: answererNameOf(row, reference),
    title: content.title,
    text: content.text,
    askedAt: row.askedAt,
    dueOn,
    overdue: state === 'open' && today > dueOn,
    answer: content.answer ?? null,
  }
}

export type LogRow = { act: string; at: string; byName: string; detail: { text?: string } }

const ACT_NAME: Readonly<Record<string, string>> = {
  asked: '提出',
  forwarded: '转交',
  answered: '答复',
  published: '公开答复',
  withdrawn: '撤回',
}

export function staffView(
  row: EnquiryRow,
  log: readonly LogRow[],
  reference: ReferenceData,
  by: Actor,
  today: LocalDate,
): EnquiryForStaff {
  const { content } = row
  return {
    ...enquiryView(row, reference, today),
    revision: row.revision,
    askerName: content.name,
    phone: content.phone,
    email: content.email,
    applicationNumber: content.applicationNumber,
    published: row.published,
    possible: [
      ...(refusalToAnswer(row, by) === null ? ['answer'] : []),
      ...(refusalToForward(row, by) === null ? ['forward'] : []),
    ],
    log: log.map(({ act, at, byName, detail }) => ({
      act: ACT_NAME[act] ?? act,
      at,
      byName,
      text: detail.text ?? '',
    })),
  }
}
