import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Instant } from '../../../domain/shared/ids.ts'
import type { Database } from '../../../server/database/connect.ts'
import { newId } from '../../../server/event-log/chain.ts'
import { pdf } from '../../../server/uploads/testing/made-files.ts'
import { composedServer, REGION } from '../../support/composed-server.ts'
import { citizensThings, editorsThings } from './citizens-things.ts'
import { multipart } from './multipart.ts'
import { received } from './received.ts'
import type { Known } from './schema-arbitrary.ts'
import { addVisitors, SPARE, visitorsOf } from './visitors.ts'

const NOW = '2026-03-02T01:00:00.000Z' as Instant

/** The whole server with paper, pages and people, and an accepted application with a file and a notice. */
export async function openCentre(db: Database, { rateLimit = 0 } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-security-'))
  const webFolder = path.join(folder, 'web')
  mkdirSync(path.join(webFolder, 'assets'), { recursive: true })
  for (const page of ['index.html', 'staff.html'])
    writeFileSync(
      path.join(webFolder, page),
      '<!doctype html><meta property="csp-nonce" nonce="{{csp-nonce}}"><title>一窗</title>',
    )
  writeFileSync(path.join(webFolder, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(path.join(folder, 'secret.txt'), 'outside of the web folder')
  const server = await composedServer(db, () => NOW, {
    documents: { dataFolder: path.join(folder, 'data'), passphrase: undefined },
    webFolder,
    rateLimit,
    citizens: { simulateSms: true },
    // LOG_LEVEL=error shows where a 500 comes from.
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
  })
  const { spareId } = await addVisitors(db)
  const signIn = visitorsOf(server)

  const applicationId = await received(server)
  const uploaded = await server.http.inject({
    method: 'POST',
    url: `/api/applications/${applicationId}/materials/1`,
    cookies: { yichuang: await server.signIn('chuangkou1') },
    ...multipart({ name: '身份证.pdf', file: pdf() }),
  })
  const accepted = await server.send(
    'chuangkou1',
    'POST',
    `/api/applications/${applicationId}/accept`,
    { commandId: newId(), expectedVersion: 2 },
  )
  const [notice] = await db.query<{ code: string; number: string }>(
    `select n.verify_code as code, a.number from notice n
       join application a on a.region_code = $1 and a.application_id = n.application_id
      where n.region_code = $1 and n.application_id = $2 limit 1`,
    [REGION, applicationId],
  )
  const citizens = await citizensThings(server, db, applicationId)
  const editors = await editorsThings(server)
  const ids = {
    ...citizens.ids,
    ...editors,
    applicationId,
    noticeId: String(accepted.json().notices[0].noticeId),
    fileId: String(uploaded.json().fileId),
    accountId: spareId,
    itemId: 'aba-36',
    code: notice?.code ?? '',
    number: notice?.number ?? '',
  }
  const known: Known = {
    applicationId: [applicationId],
    draftId: [ids.draftId, ids.catalogueDraftId],
    uploadId: [ids.uploadId],
    mandateId: [ids.mandateId, ids.guardianshipId],
    enquiryId: [ids.enquiryId],
    bundleId: [ids.bundleId],
    bundleCaseId: [ids.bundleCaseId],
    formId: [ids.formId],
    importId: [ids.importId],
    link: [ids.link],
    material: [1, 2],
    noticeId: [ids.noticeId],
    fileId: [ids.fileId],
    accountId: [spareId],
    itemId: ['aba-36', 'aba-60', 'aba-13'],
    code: [ids.code],
    command: ['accept', 'review', 'decide', 'nonsense'],
    username: [SPARE],
    organisationId: ['culture-tourism', 'market-regulation'],
    identityNumber: ['513201198805120015', '91513200MA0EXAMP1T'],
    expectedVersion: [2, 3],
    document: ['阿府办函〔2019〕88号'],
    until: ['2029-03-02'],
    q: ['示例', 'zsl', ids.number],
  }
  return {
    ...server,
    ids,
    known,
    signIn,
    keepDraft: citizens.keepDraft,
    webFolder,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
