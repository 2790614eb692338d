import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isInstalled, outputOf } from '../../documents/testing/poppler.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { verifyPdf } from '../sealing/verify-pdf.ts'
import { documentReactions } from './document-reactions.ts'
import { noticesFor } from '../../domain/notice/notices-for.ts'
import { ACCEPTED, CONTEXT } from '../../domain/notice/testing/lives.ts'
import { applicationFrom } from '../../domain/application/evolve.ts'
import { renderDrafts } from './preview.ts'
import { signedCertificate } from './sign-certificate.ts'
import { signedNotice } from './sign-notice.ts'
import { documentOffice, REGION } from './testing/document-office.ts'
import { typesetters } from './testing/typesetters.ts'

const { database: db } = await freshDatabase({ maxConnections: 8 })
const office = documentOffice(db)
const { context, noticeOf } = office
const authorities = await context.seals.trustedAuthorities()

function shaOf(pdf: Uint8Array): string {
  return createHash('sha256').update(pdf).digest('hex')
}

async function recordsOf(noticeId: string) {
  return db.query<{ data: { sha256: string; number: string; by: { role: string } } }>(
    `select data from application_event
      where region_code = $1 and type = 'NoticeSigned' and data ->> 'noticeId' = $2`,
    [REGION, noticeId],
  )
}

function textOf(pdf: Uint8Array): string {
  const file = join(office.folder, 'text.pdf')
  writeFileSync(file, pdf)
  return outputOf('pdftotext', ['-layout', file, '-'])
}

describe('a notice on paper', () => {
  it('carries the seal of its issuer at the time of the clock, and the trail tells its bytes once', async () => {
    const { id, number } = await noticeOf(await office.received(), 'receipt-slip')
    office.time.now = '2026-03-02T01:30:00.000Z' as Instant
    const paper = await signedNotice(context, REGION, id)
    expect(verifyPdf(paper?.pdf ?? Buffer.alloc(0), authorities)).toMatchObject({
      valid: true,
      signatures: [
        {
          signer: '阿坝州行政审批服务中心受理专用章（测试）',
          signedAt: '2026-03-02T01:30:00.000Z',
        },
      ],
    })
    expect(await signedNotice(context, REGION, id)).toEqual(paper)
    const records = await recordsOf(id)
    expect(records.map(({ data }) => [data.number, data.sha256, data.by.role])).toEqual([
      [number, shaOf(paper?.pdf ?? Buffer.alloc(0)), 'law'],
    ])
  })

  it('is one paper, recorded once, when eight ask for it at the same time', async () => {
    const { id } = await noticeOf(await office.received(), 'receipt-slip')
    const papers = await Promise.all(
      Array.from({ length: 8 }, () => signedNotice(context, REGION, id)),
    )
    expect(new Set(papers.map((paper) => paper?.sha256)).size).toBe(1)
    expect(await recordsOf(id)).toHaveLength(1)
  })

  it('is recorded by whoever asks next when the server died after storing it', async () => {
    const { id } = await noticeOf(await office.received(), 'receipt-slip')
    const dying = { ...context, appendRecord: () => Promise.reject(new Error('killed')) }
    await expect(signedNotice(dying, REGION, id)).rejects.toThrow('killed')
    expect(await recordsOf(id)).toHaveLength(0)
    const papers = await Promise.all([1, 2, 3].map(() => signedNotice(context, REGION, id)))
    expect(new Set(papers.map((paper) => paper?.sha256)).size).toBe(1)
    expect(await recordsOf(id)).toHaveLength(1)
  })

  it('does not exist for a number that was never given', async () => {
    expect(await signedNotice(context, REGION, '019a0000-0000-7000-8000-000000000000')).toBe(
      undefined,
    )
  })
})

describe('a certificate', () => {
  it('is sealed once by the seal of the register, with the identifier of GB/T 36904', async () => {
    const applicationId = await office.sealed()
    const { id } = await office.sealRecordOf(applicationId)
    const [first, second] = await Promise.all([
      signedCertificate(context, REGION, id),
      signedCertificate(context, REGION, id),
    ])
    expect(second).toEqual(first)
    const { valid, signatures } = verifyPdf(first?.pdf ?? Buffer.alloc(0), authorities)
    expect(valid).toBe(true)
    expect(signatures[0]?.signer).toBe('阿坝州行政审批局行政审批专用章（测试）')
  })

  describe.skipIf(!isInstalled('pdftotext') || !isInstalled('pdfsig'))(
    'in the eyes of poppler (skipped without poppler-utils)',
    () => {
      it('says who may do what until when, and pdfsig finds the signature valid', async () => {
        const applicationId = await office.sealed()
        const { id, code } = await office.sealRecordOf(applicationId)
        const decision = await noticeOf(applicationId, 'grant-decision')
        const paper = await signedCertificate(context, REGION, id)
        const pdf = paper?.pdf ?? Buffer.alloc(0)
        const text = textOf(pdf)
        for (const words of ['张·示例', '513201********0015', decision.number, '1.2.156.3005.2.'])
          expect(text).toContain(words)
        expect(text).toContain((code.match(/.{4}/g) ?? []).join('-'))
        const file = join(office.folder, 'certificate.pdf')
        writeFileSync(file, pdf)
        const told = outputOf('pdfsig', ['-nocert', file])
        expect(told).toContain('Signature is Valid')
        expect(told).toContain('Total document signed')
      })

      it('and the letter names the decision it rests on', async () => {
        const applicationId = await office.lettered()
        const decision = await noticeOf(applicationId, 'grant-decision')
        const { id } = await noticeOf(applicationId, 'sealing-letter')
        const paper = await signedNotice(context, REGION, id)
        const text = textOf(paper?.pdf ?? Buffer.alloc(0))
        expect(text.replaceAll(/\s/g, '')).toContain(decision.number)
        expect(text).not.toContain('⟦')
      })
    },
  )
})

describe('the reactions of a command', () => {
  it('sign what it made, and run again they find it done', async () => {
    const applicationId = await office.sealed()
    const rows = await db.query<{ kind: 'sign-notice'; payload: Record<string, unknown> }>(
      'select kind, payload from reaction where region_code = $1 and application_id = $2',
      [REGION, applicationId],
    )
    const handlers = documentReactions(context)
    for (const { kind, payload } of [...rows, ...rows])
      await handlers[kind]({ regionCode: REGION, payload })
    const files = await db.query(
      'select document_id from document_file where region_code = $1 and application_id = $2',
      [REGION, applicationId],
    )
    expect(files).toHaveLength(rows.length)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['sign-notice', 'sign-certificate']),
    )
  })
})

describe.skipIf(process.platform !== 'linux')('a typesetter that dies with papers in hand', () => {
  it('loses none: their reactions fail, and tried again each makes its paper, sealed', async () => {
    const applicationId = await office.sealed()
    const rows = await db.query<{ kind: 'sign-notice'; payload: Record<string, unknown> }>(
      'select kind, payload from reaction where region_code = $1 and application_id = $2',
      [REGION, applicationId],
    )
    const handlers = documentReactions(context)
    const work = () =>
      Promise.allSettled(
        rows.map(({ kind, payload }) => handlers[kind]({ regionCode: REGION, payload })),
      )
    await context.renderer.seal({ organisation: '阿坝州示例局', purpose: null })
    const first = work()
    while (typesetters().length === 0) await wait(1)
    for (const pid of typesetters()) process.kill(pid, 'SIGKILL')
    expect((await first).filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    expect((await work()).filter(({ status }) => status === 'rejected')).toEqual([])
    const files = await db.query<{ pdf: Buffer }>(
      'select pdf from document_file where region_code = $1 and application_id = $2',
      [REGION, applicationId],
    )
    expect(files).toHaveLength(rows.length)
    for (const { pdf } of files) expect(verifyPdf(pdf, authorities).valid).toBe(true)
  })
})

describe('a draft', () => {
  it('shows each paper an act would make, under no number, and leaves nothing behind', async () => {
    const [count] = await db.query(
      'select count(*) as n from document_file where region_code = $1',
      [REGION],
    )
    const application = applicationFrom(ACCEPTED)
    const event = ACCEPTED.at(-1)
    if (application.status === 'not-lodged' || event === undefined) throw new Error('No history')
    const notices = noticesFor(event, application, CONTEXT).map((document) => ({ document }))
    const drafts = await renderDrafts(context, notices)
    expect(drafts.map(({ kind, title }) => [kind, title])).toEqual([
      ['acceptance-notice', '受理通知书'],
    ])
    const [other] = await renderDrafts(
      context,
      notices.map((notice) => ({ ...notice, applicationNumber: '513200-20260302-000001' })),
    )
    expect(drafts[0]?.pages[0]).toMatch(/^<svg/)
    expect(other?.pages).not.toEqual(drafts[0]?.pages)
    expect(
      await db.query('select count(*) as n from document_file where region_code = $1', [REGION]),
    ).toEqual([count])
  })
})
