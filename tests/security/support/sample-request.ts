import fc from 'fast-check'
import { z } from 'zod'
import type { Operation } from '../../../contract/operation.ts'
import { newId } from '../../../server/event-log/chain.ts'
import { PASSWORD } from '../../support/composed-server.ts'
import { pdf } from '../../../server/uploads/testing/made-files.ts'
import { multipart } from './multipart.ts'
import { EMPTY_FORM } from './citizens-things.ts'
import { APPLICANT } from './received.ts'
import { arbitraryOf, type JsonSchema, type Known } from './schema-arbitrary.ts'

/** No application has it: whoever may act is told that it moved, and nothing happens. */
const NEVER = 999_999

/** Where any value that the schema allows would not do. */
const BODIES: Readonly<Record<string, () => object>> = {
  receive: () => ({
    commandId: newId(),
    applicationId: newId(),
    itemId: 'aba-36',
    applicant: APPLICANT,
    channel: 'portal',
    materials: {},
    insist: false,
    renews: null,
  }),
  // None of the visitors: one name signs in only so often.
  signIn: () => ({ username: 'qiye1', password: PASSWORD }),
  appointFirstAdministrator: () => ({
    code: 'AAAA-AAAA',
    username: `t${newId().slice(-12)}`,
    name: '测试示例',
    password: 'Ceshi-2026-mima',
  }),
  createAccount: () => ({
    username: `t${newId().slice(-12)}`,
    name: '测试示例',
    role: 'reviewer',
    organisationId: 'culture-tourism',
    window: null,
    password: 'Ceshi-2026-mima',
  }),
  changePassword: () => ({ current: 'not the password', next: 'Ceshi-2026-mima' }),
  setDisabled: () => ({ disabled: false }),
  tellOfBox: () => ({ commandId: newId(), news: 'taken', openedAt: null, fault: null }),
  setPost: () => ({ open: true }),
  recordTraining: () => ({ passed: ['etiquette'] }),
  startApplicationDraft: () => ({ draftId: newId(), itemId: 'aba-36', content: {} }),
  startDraft: () => ({ commandId: newId(), itemId: 'aba-36', kind: 'guide' }),
  saveFormDraft: () => ({ commandId: newId(), expectedRevision: NEVER, form: EMPTY_FORM }),
  forwardEnquiry: () => ({
    commandId: newId(),
    expectedRevision: NEVER,
    departmentId: null,
    reason: '不属本部门职责',
  }),
  answerEnquiry: () => ({
    commandId: newId(),
    expectedRevision: NEVER,
    text: '请带原件',
    publish: false,
  }),
  previewCommand: () => ({ commandId: newId(), expectedVersion: 1 }),
}
const QUERIES: Readonly<Record<string, string>> = { sendChunk: `?sha256=${'0'.repeat(64)}` }

/** A request that the operation's schemas take and that leaves things as they are as far as it can. */
export function sampleRequest(operation: Operation, ids: Readonly<Record<string, string>>) {
  const { method, path, sends, operationId } = operation
  const values: Readonly<Record<string, string>> = {
    ...ids,
    number: '1',
    command: 'accept',
    list: 'to-review',
    kind: 'guide',
    version: '1',
    format: 'json',
    chunk: '0',
    ticketId: newId(),
    deviceId: newId(),
    collectionId: newId(),
    depositId: newId(),
    windowId: '1',
    ...(path.startsWith('/api/window/') && { mandateId: ids['guardianshipId'] ?? '' }),
    // Two things are called a draft: a citizen's application and an editor's guide.
    ...(path.startsWith('/api/catalogue/') && { draftId: ids['catalogueDraftId'] ?? '' }),
  }
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? `no-value-for-${name}`),
  )
  const url = `${filled}${QUERIES[operationId] ?? ''}`
  if (sends === 'multipart') return { method, url, ...multipart({ name: 'a.pdf', file: pdf() }) }
  const headers = { 'x-yichuang': '1' }
  if (method === 'GET') return { method, url, headers }
  return { method, url, headers, payload: BODIES[operationId]?.() ?? bodyOf(operation) }
}

function bodyOf({ body }: Operation): object {
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const known: Known = { expectedVersion: [NEVER], until: ['2029-03-02'] }
  const [made] = fc.sample(arbitraryOf(schema, known), { numRuns: 1, seed: 1 })
  const fields = (made ?? {}) as Record<string, unknown>
  return {
    ...fields,
    ...('commandId' in fields && { commandId: newId() }),
    ...('expectedVersion' in fields && { expectedVersion: NEVER }),
  }
}
