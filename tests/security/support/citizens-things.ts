import { ABA_BUNDLES } from '../../../catalogue/aba/load-bundles.ts'
import type { Database } from '../../../server/database/connect.ts'
import { newId } from '../../../server/event-log/chain.ts'
import { makeRatingLink } from '../../../server/ratings/rating-links.ts'
import { type composedServer, REGION } from '../../support/composed-server.ts'
import { multipart } from './multipart.ts'

type Server = Awaited<ReturnType<typeof composedServer>>

const APPLICANT = 'shenqing1'
const EDITOR = 'wentilv.shixiang'
const ITEM = 'aba-36'
const OTHER = {
  name: '卓玛某某',
  identityType: 'id-card',
  identityNumber: '513225199508200022',
} as const

/** What belongs to the first applicant beside the application: a draft with a file, a mandate, a question, a bundle. */
export async function citizensThings(server: Server, db: Database, applicationId: string) {
  const [draftId, uploadId, bundleCaseId] = [newId(), newId(), newId()]
  const [mandateId, guardianshipId, enquiryId] = [newId(), newId(), newId()]
  /** Begun anew where somebody deleted it. */
  const keepDraft = async () => {
    await done(server, APPLICANT, 'POST', '/api/drafts', { draftId, itemId: ITEM, content: {} })
    await done(server, APPLICANT, 'POST', `/api/drafts/${draftId}/uploads`, {
      uploadId,
      material: 1,
      fileName: '身份证.pdf',
      mediaType: 'application/pdf',
      size: 10,
    })
  }
  await keepDraft()
  await done(server, APPLICANT, 'POST', '/api/mandates', {
    mandateId,
    agent: OTHER,
    role: 'agent',
    items: [ITEM],
    acts: ['apply'],
    from: '2026-03-02',
    until: '2026-12-31',
  })
  await done(server, APPLICANT, 'POST', '/api/guardianships', {
    mandateId: guardianshipId,
    ward: OTHER,
    ground: 'no-capacity',
    until: null,
  })
  await done(server, APPLICANT, 'POST', '/api/enquiries', {
    enquiryId,
    kind: 'consultation',
    itemId: ITEM,
    applicationNumber: null,
    title: '需要带什么材料',
    text: '需要带原件吗',
    name: '张某某',
    phone: '13900000000',
    email: null,
  })
  const bundleId = ABA_BUNDLES[0]?.bundleId ?? ''
  await db.query(
    `insert into bundle_case (region_code, bundle_case_id, bundle_id, account_id, applicant_identity, created_at, choices, applications)
     select $1, $2, $3, account_id, identity, now(), '{}', $4 from account where region_code = $1 and username = $5`,
    [REGION, bundleCaseId, bundleId, JSON.stringify([{ itemId: ITEM, applicationId }]), APPLICANT],
  )
  const [, link = ''] = (await makeRatingLink(db, REGION, applicationId, 'intake')).split('/rate/')
  const ids = {
    draftId,
    uploadId,
    mandateId,
    guardianshipId,
    enquiryId,
    bundleId,
    bundleCaseId,
    link,
  }
  return { ids, keepDraft }
}

/** What the department's editor has begun: a guide, a form, an import. */
export async function editorsThings(server: Server) {
  const draft = await done(server, EDITOR, 'POST', '/api/catalogue/drafts', {
    commandId: newId(),
    itemId: ITEM,
    kind: 'guide',
  })
  const formId = 'ceshi-biaodan'
  await done(server, EDITOR, 'PUT', `/api/forms/${formId}/draft`, {
    commandId: newId(),
    expectedRevision: 0,
    form: EMPTY_FORM,
  })
  const exported = await server.send(EDITOR, 'GET', `/api/catalogue/export/json?itemId=${ITEM}`)
  const imported = await server.http.inject({
    method: 'POST',
    url: '/api/catalogue/imports',
    cookies: { yichuang: await server.signIn(EDITOR) },
    ...multipart({ name: '事项.json', file: Buffer.from(exported.body), type: 'application/json' }),
  })
  return {
    catalogueDraftId: String(draft['draftId']),
    formId,
    importId: imported.json<{ token: string }>().token,
  }
}

export const EMPTY_FORM = {
  title: '测试表单',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {},
    required: [],
    additionalProperties: false,
  },
  layout: [],
}

async function done(
  server: Server,
  username: string,
  method: 'POST' | 'PUT',
  url: string,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await server.send(username, method, url, body)
  if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.body}`)
  return answer.json()
}
