import { expect } from 'vitest'
import type { BundleCaseView, BundleView } from '../../contract/bundles.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { madeUpAnswers } from '../../server/catalogue-trial/made-up-answers.ts'
import { newId } from '../../server/event-log/chain.ts'
import { composedServer, REGION } from './composed-server.ts'
import type { freshDatabase } from './fresh-database.ts'

export const SHOP = 'open-a-food-shop'
export const TYPED = {
  kind: null,
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}
/** Who signs in as shenqing1. */
export const OWNER = {
  kind: 'person',
  name: '张某某',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
}
export const OWN_ANSWERS: Record<string, Record<string, string>> = {
  'aba-49': { entity: 'individual', permit: 'no', agent: 'self' },
  'aba-60': { trade: 'catering', network: 'no' },
}
export const CHOICES: Record<string, string> = { 'have-licence': 'no', premises: 'rented' }

type Database = Awaited<ReturnType<typeof freshDatabase>>['database']
/** Monday 2 March 2026, 09:00. */
const MONDAY = '2026-03-02T01:00:00.000Z' as Instant

/** The server with the shipped guides, and what people do with the bundle of a food shop. */
export async function bundleCentre(database: Database) {
  let now = MONDAY
  const server = await composedServer(database, () => now, { catalogue: 'shipped' })
  const guide: BundleView = (await server.send(null, 'GET', `/api/bundles/${SHOP}`)).json()

  /** What one citizen sends in at once. */
  function intake(itemIds: readonly string[] = ['aba-49', 'aba-60'], choices = CHOICES) {
    const settled: Record<string, Record<string, string>> = {
      'aba-49': { business: 'new', premises: choices['premises'] ?? '' },
      'aba-60': { business: 'new', premises: choices['premises'] ?? '' },
    }
    const parts = guide.parts.filter(({ itemId }) => itemIds.includes(itemId))
    return {
      bundleCaseId: newId(),
      applicant: TYPED,
      channel: 'portal',
      mandateId: null,
      choices,
      answers: Object.assign(
        {},
        ...parts.map(({ itemId, form }) =>
          madeUpAnswers(form as FormDefinition, { ...OWN_ANSWERS[itemId], ...settled[itemId] }),
        ),
      ) as Record<string, unknown>,
      parts: parts.map(({ itemId, form }) => ({
        itemId,
        applicationId: newId(),
        commandId: newId(),
        situation: OWN_ANSWERS[itemId] ?? {},
        materials: {} as Record<string, string>,
        formVersion: form?.version ?? null,
      })),
    }
  }
  const send = async (body: object, username = 'shenqing1') =>
    await server.send(username, 'POST', `/api/bundles/${SHOP}/cases`, body)

  async function lodge(body: ReturnType<typeof intake>) {
    const answer = await send(body)
    expect(answer.statusCode, answer.body).toBe(200)
    const reply: { applications: { itemId: string; applicationId: string; number: string }[] } =
      answer.json()
    const idOf = (itemId: string) =>
      reply.applications.find((one) => one.itemId === itemId)?.applicationId ?? ''
    return { ...reply, licence: idOf('aba-49'), food: idOf('aba-60') }
  }

  async function view(applicationId: string, username = 'chuangkou1') {
    const answer = await server.send(username, 'GET', `/api/applications/${applicationId}`)
    return answer.json<{
      version: number
      status: string
      bundle: object | null
      due: Record<'acceptance' | 'decision', { state: string; on: string | null }>
      materials: { number: number; state: string }[]
    }>()
  }

  async function act(username: string, applicationId: string, name: string, fields: object = {}) {
    const { version: expectedVersion } = await view(applicationId)
    return await server.send(username, 'POST', `/api/applications/${applicationId}/${name}`, {
      commandId: newId(),
      expectedVersion,
      ...fields,
    })
  }

  async function must(...given: Parameters<typeof act>) {
    const answer = await act(...given)
    expect(answer.statusCode, `${given[2]}: ${answer.body}`).toBe(200)
  }

  async function accept(applicationId: string) {
    const { materials } = await view(applicationId)
    await must('chuangkou1', applicationId, 'assess', {
      materials: Object.fromEntries(materials.map(({ number }) => [number, 'held'])),
      checks: { complete: true, elementsFilled: true, legalForm: true, withinJurisdiction: true },
      notes: '',
    })
    await must('chuangkou1', applicationId, 'accept')
  }

  async function review(applicationId: string) {
    await must('shichangju.shenhe', applicationId, 'review', {
      outcome: 'pass',
      opinion: '材料符合规定。',
    })
  }

  const grant = async (applicationId: string) =>
    await act('shichangju.jueding', applicationId, 'decide', { outcome: 'grant', reason: '' })

  async function caseOf(bundleCaseId: string, username = 'shenqing1'): Promise<BundleCaseView> {
    const answer = await server.send(username, 'GET', `/api/bundle-cases/${bundleCaseId}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json()
  }

  async function countOf(
    body: ReturnType<typeof intake>,
  ): Promise<{ applications: number; cases: number }> {
    const ids = body.parts.map(({ applicationId }) => applicationId)
    const [row] = await database.query<{ applications: number; cases: number }>(
      `select (select count(*)::int from application where region_code = $3 and application_id = any($1)) as applications,
              (select count(*)::int from bundle_case where region_code = $3 and bundle_case_id = $2) as cases`,
      [ids, body.bundleCaseId, REGION],
    )
    return row ?? { applications: -1, cases: -1 }
  }

  return {
    server,
    guide,
    intake,
    send,
    lodge,
    view,
    act,
    must,
    accept,
    review,
    grant,
    caseOf,
    countOf,
    setNow: (at: string = MONDAY) => {
      now = at as Instant
    },
  }
}
export type Intake = ReturnType<Awaited<ReturnType<typeof bundleCentre>>['intake']>
