import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../../catalogue/aba/load-catalogue.ts'
import type { Applicant } from '../../../domain/application/applicant.ts'
import type { ApplicationCommand } from '../../../domain/application/commands.ts'
import { LETTER_STATEMENTS } from '../../../domain/application/application.ts'
import type { NoticeKind } from '../../../domain/notice/notice.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { appendRecord } from '../../application/append-record.ts'
import type { ApplicationContext, Commander } from '../../application/application-context.ts'
import { handleCommand } from '../../application/handle-command.ts'
import { loadApplication } from '../../application/load-application.ts'
import { mayRead } from '../../application/may-read.ts'
import { clerk, commander } from '../../application/testing/commanders.ts'
import type { Database } from '../../database/connect.ts'
import { referenceData } from '../../database/reference-data.ts'
import { newId } from '../../event-log/chain.ts'
import { createTestSealProvider } from '../../sealing/test-seal-provider.ts'
import type { DocumentsContext } from '../documents-context.ts'
import { createRenderer } from '../render-document.ts'

export const REGION = 513_200
export const PORTAL = 'https://yichuang.example'
/** Item 42 belongs to 州文体旅游局, the Bureau seals; its licence can be renewed here. */
const ITEM = 'aba-42'
const DEPARTMENT = 'culture-tourism'
const APPLICANT: Applicant = {
  kind: 'person',
  name: '张·示例',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
  phone: '13800000000',
  address: '阿坝州示例路1号',
  contactName: null,
}

type Body = { readonly type: ApplicationCommand['type'] } & Readonly<Record<string, unknown>>

/** The real procedure, renderer and test seals around one database. */
export function documentOffice(db: Database) {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-documents-'))
  const renderer = createRenderer({ cacheFolder: folder, workers: 2 })
  afterAll(async () => {
    await renderer.close()
    rmSync(folder, { recursive: true })
  })
  const reference = referenceData({
    items: ABA_ITEMS,
    guides: ABA_GUIDES.map((guide) =>
      guide.itemId === ITEM ? { ...guide, renewable: true } : guide,
    ),
    organisations: ABA_ORGANISATIONS,
    calendar: ABA_CALENDAR_DATA,
  })
  const time = { now: '2026-03-02T01:00:00.000Z' as Instant }
  const clock = () => time.now
  const application: ApplicationContext = {
    db,
    reference,
    clock,
    portalUrl: PORTAL,
    onCommit: () => undefined,
  }
  const context: DocumentsContext = {
    db,
    reference,
    renderer,
    clock,
    portalUrl: PORTAL,
    seals: createTestSealProvider({
      folder: join(folder, 'seals'),
      departmentName: (id) => reference.getOrganisation(id).name,
      draw: renderer.seal,
    }),
    appendRecord: (regionCode, applicationId, record) =>
      appendRecord(application, regionCode, applicationId, record.noticeId, record),
    loadState: (regionCode, applicationId) =>
      loadApplication(db, { regionCode, applicationId, commandId: newId() }),
    mayRead: async ({ regionCode, actor }, application) =>
      await mayRead({ clock }, regionCode, actor, application),
  }

  async function give(applicationId: string, by: Commander, body: Body) {
    const { head } = await loadApplication(db, {
      regionCode: REGION,
      applicationId,
      commandId: newId(),
    })
    const outcome = await handleCommand(application, {
      regionCode: REGION,
      applicationId,
      commandId: newId(),
      expectedVersion: head.version,
      commander: by,
      command: { by: by.actor, at: time.now, ...body } as unknown as ApplicationCommand,
    })
    if (!outcome.ok) throw new Error(`${body.type}: ${JSON.stringify(outcome.violation)}`)
    return outcome.reply
  }

  async function received(renews: string | null = null): Promise<string> {
    const applicationId = newId()
    await give(applicationId, clerk(), {
      type: 'ReceiveApplication',
      itemId: ITEM,
      applicant: APPLICANT,
      channel: 'window',
      materials: {},
      insist: false,
      renews,
    })
    return applicationId
  }

  /** Received, accepted, reviewed, granted, certified, and the letter sent. */
  async function lettered(renews: string | null = null): Promise<string> {
    const id = await received(renews)
    const decider = commander('decider', 'department', DEPARTMENT)
    const reviewer = commander('reviewer', 'department', DEPARTMENT)
    await give(id, clerk(), { type: 'AcceptApplication' })
    await give(id, reviewer, { type: 'RecordReview', outcome: 'pass', opinion: '材料真实齐全' })
    await give(id, decider, { type: 'DecideApplication', outcome: 'grant', reason: '' })
    await give(id, reviewer, { type: 'MakeCertificate', years: 2, until: null, content: '' })
    await give(id, decider, { type: 'SendSealingLetter', statements: LETTER_STATEMENTS })
    return id
  }

  async function sealed(renews: string | null = null): Promise<string> {
    const id = await lettered(renews)
    await give(id, commander('seal-keeper', 'approval-bureau', 'approval-bureau'), {
      type: 'ApplySeal',
    })
    return id
  }

  async function noticeOf(applicationId: string, kind: NoticeKind) {
    const [row] = await db.query<{ id: string; number: string; code: string }>(
      `select notice_id as id, number, verify_code as code from notice
        where region_code = $1 and application_id = $2 and kind = $3 order by seq desc limit 1`,
      [REGION, applicationId, kind],
    )
    if (row === undefined) throw new Error(`No ${kind}`)
    return row
  }

  async function sealRecordOf(applicationId: string) {
    const [row] = await db.query<{ id: string; code: string }>(
      `select record_id as id, verify_code as code from seal_record where region_code = $1 and application_id = $2`,
      [REGION, applicationId],
    )
    if (row === undefined) throw new Error('No seal record')
    return row
  }

  return {
    context,
    renderer,
    time,
    folder,
    give,
    received,
    lettered,
    sealed,
    noticeOf,
    sealRecordOf,
    department: DEPARTMENT,
  }
}
