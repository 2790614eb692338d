import { createHash } from 'node:crypto'
import { identityOf } from '../../../domain/application/applicant.ts'
import type { ApplicationEvent } from '../../../domain/application/events.ts'
import { applicationFrom } from '../../../domain/application/evolve.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type {
  AccountId,
  Instant,
  OrganisationId,
  ServiceItemId,
} from '../../../domain/shared/ids.ts'
import { chainEvents, NEW_CHAIN } from '../../event-log/chain.ts'
import type { ChainLink, ChainRow } from '../verify-chain.ts'

const DEPARTMENT = 'culture-tourism' as OrganisationId

const CLERK: Actor = {
  accountId: '01990000-0000-7000-8000-0000000000c1' as AccountId,
  name: '卓玛示例',
  role: 'window-clerk',
  body: 'approval-service-centre',
  window: 1,
}
const REVIEWER: Actor = {
  accountId: '01990000-0000-7000-8000-0000000000c2' as AccountId,
  name: '张某某',
  role: 'reviewer',
  body: 'department',
  organisationId: DEPARTMENT,
}

export type LifeOptions = {
  readonly regionCode: number
  readonly commandId: string
  readonly applicationId: string
  /** How many opinions lengthen the life. */
  readonly opinions: number
  /** The words of each opinion, instead of the usual ones. */
  readonly opinion?: string
  /** The first moment; every event is one hour later than the one before. */
  readonly from: Instant
  readonly material: { readonly fileId: string; readonly bytes: Buffer }
  readonly notice: { readonly noticeId: string; readonly number: string; readonly pdf: Buffer }
}

export const EXAMPLE: LifeOptions = {
  regionCode: 513_200,
  commandId: '01990000-0000-7000-8000-00000000c001',
  applicationId: '01990000-0000-7000-8000-000000000001',
  opinions: 2,
  from: '2026-03-02T02:00:00.000Z' as Instant,
  material: {
    fileId: '01990000-0000-7000-8000-0000000000f1',
    bytes: Buffer.from('%PDF-1.7 申请表'),
  },
  notice: {
    noticeId: '01990000-0000-7000-8000-0000000000d1',
    number: '阿审受〔2026〕1号',
    pdf: Buffer.from('%PDF-1.7 受理通知书'),
  },
}

/** A short life as its events: receipt, a material, acceptance, a signed notice, opinions. */
export function exampleEvents({
  opinions,
  opinion,
  from,
  material,
  notice,
}: LifeOptions): ApplicationEvent[] {
  const at = (hours: number) =>
    new Date(Date.parse(from) + hours * 3_600_000).toISOString() as Instant
  const file = { name: '申请表（盖章）.pdf', mediaType: 'application/pdf' }
  const events: ApplicationEvent[] = [
    {
      type: 'ApplicationReceived',
      by: CLERK,
      at: at(0),
      itemId: 'aba-03' as ServiceItemId,
      guideVersion: 1,
      departmentId: DEPARTMENT,
      partnerIds: [],
      applicant: {
        kind: 'person',
        name: '张某某',
        identityType: 'id-card',
        identityNumber: '513201198805120015',
        phone: null,
        address: null,
        contactName: null,
      },
      channel: 'window',
      materials: { 1: 'held', 2: 'held' },
      insisted: false,
      renewal: null,
    },
    {
      type: 'MaterialAttached',
      by: CLERK,
      at: at(1),
      material: 1,
      fileId: material.fileId,
      ...file,
      size: material.bytes.length,
      sha256: sha256(material.bytes),
    },
    { type: 'ApplicationAccepted', by: CLERK, at: at(2) },
    {
      type: 'NoticeSigned',
      by: CLERK,
      at: at(3),
      noticeId: notice.noticeId,
      kind: 'acceptance-notice',
      number: notice.number,
      sha256: sha256(notice.pdf),
    },
  ]
  for (let index = 0; index < opinions; index += 1) {
    events.push({
      type: 'ReviewOpinionRecorded',
      by: REVIEWER,
      at: at(4 + index),
      departmentId: DEPARTMENT,
      outcome: 'pass',
      opinion: opinion ?? `第 ${index + 1} 次意见：资料属实`,
    })
  }
  return events
}

/** The same life as the rows that the database would hold. */
export function exampleChain(options: LifeOptions): { row: ChainRow; links: ChainLink[] } {
  const { regionCode, applicationId, commandId } = options
  const events = exampleEvents(options)
  let head = NEW_CHAIN
  const links: ChainLink[] = []
  for (const event of events) {
    const source = {
      regionCode,
      applicationId,
      commandId,
      recordedAt: event.at,
      origin: '10.0.0.7',
    }
    const [made] = chainEvents(head, [event], source)
    if (made === undefined) throw new Error('One event makes one row')
    head = { seq: made.seq, version: made.version, hash: made.hash }
    links.push({
      ...source,
      seq: made.seq,
      version: made.version,
      type: made.type,
      // As the database gives it back.
      data: JSON.parse(JSON.stringify(event)) as unknown,
      hash: made.hash,
      accountId: made.account_id,
      occurredAt: made.occurred_at,
    })
  }
  const state = applicationFrom(events)
  if (state.status === 'not-lodged') throw new Error('An example is lodged')
  const row: ChainRow = {
    regionCode,
    applicationId,
    number: '513200-20260302-000001',
    seq: head.seq,
    version: head.version,
    head: head.hash,
    status: state.status,
    state: JSON.parse(JSON.stringify(state)) as unknown,
    applicantIdentity: identityOf(state.applicant),
    itemId: state.itemId,
    departmentId: state.departmentId,
    receivedOn: state.receivedOn,
  }
  return { row, links }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
