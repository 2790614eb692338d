import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import type {
  MergeResult,
  OfflineEntry,
  OfflineIntake,
  OfflineRange,
} from '../../contract/offline.ts'
import { numberIn } from '../../domain/offline/reserved-range.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import type { composedServer } from './composed-server.ts'

// The tests read what the server answers, whatever its shape.
// oxlint-disable-next-line typescript/no-explicit-any
type Answered = { readonly status: number; readonly body: any }
export type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answered>
type Reserved = { readonly serverNow: number; readonly ranges: readonly OfflineRange[] }

export async function reserve(send: Send, deviceId = newId()): Promise<OfflineRange> {
  const { body } = await send('POST', '/api/offline/ranges', { deviceId, spent: [] })
  const [range] = (body as Reserved).ranges
  if (range === undefined) throw new Error('Nothing was reserved')
  return range
}

/** What a window writes down for the person who stands there. */
export function intakeOf(
  range: OfflineRange,
  seq: number,
  takenAt: string,
  more: Partial<OfflineIntake> = {},
  situation: Readonly<Record<string, string>> = {},
): OfflineIntake {
  const entryId = newId()
  const number = numberIn({ ...range, day: range.day as LocalDate }, range.first + seq - 1)
  const secret = Buffer.from(range.secret, 'base64url')
  const proof = createHmac('sha256', secret).update(`${entryId}|${number}|${takenAt}`).digest('hex')
  return {
    entryId,
    seq,
    kind: 'intake',
    takenAt,
    deviceAt: takenAt,
    aheadMs: 0,
    steady: true,
    reserved: { rangeId: range.rangeId, number, proof },
    application: {
      applicationId: newId(),
      itemId: 'aba-36',
      applicant: {
        kind: 'person',
        name: `离某${seq}`,
        identityType: 'id-card',
        identityNumber: '513201198805120015',
        phone: null,
        address: null,
        contactName: null,
      },
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
      situation,
    },
    ...more,
  }
}

export async function merge(
  send: Send,
  entries: readonly OfflineEntry[],
  deviceNow: number,
): Promise<readonly MergeResult[]> {
  const ids = { journalId: newId(), deviceId: newId() }
  const { status, body } = await send('POST', '/api/offline/merge', { ...ids, deviceNow, entries })
  expect([status, body.code]).toEqual([200, undefined])
  return body.results as MergeResult[]
}

/** Somebody, or a device by its headers, at a server that runs in the test. */
export const sendingAs =
  (server: Awaited<ReturnType<typeof composedServer>>) =>
  (username: string | null, headers = {}): Send =>
  async (method, url, body) => {
    const answer = await server.http.inject({
      method,
      url,
      headers: { 'x-yichuang': '1', ...headers },
      ...(username === null ? {} : { cookies: { yichuang: await server.signIn(username) } }),
      ...(body === undefined ? {} : { payload: body }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
