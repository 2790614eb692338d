import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdKey, journalKey, openEntry, sealEntry } from './journal-cipher.ts'
import {
  beginChain,
  type Bytes,
  type Frame,
  journalBytes,
  type JournalHead,
  linkFrame,
  recoverJournal,
} from './journal-frames.ts'

const HEAD: JournalHead = {
  journalId: '01900000-0000-7000-8000-000000000001',
  keyId: '01900000-0000-7000-8000-000000000002',
  accountId: '01900000-0000-7000-8000-000000000003',
  deviceId: '01900000-0000-7000-8000-000000000004',
  begunAt: '2026-03-02T01:00:00.000Z',
}

async function journalOf(
  bodies: readonly Uint8Array[],
): Promise<{ bytes: Bytes; frames: Frame[] }> {
  const frames: Frame[] = []
  let end = await beginChain(HEAD)
  for (const body of bodies) {
    const frame = await linkFrame(end, new Uint8Array(body))
    frames.push(frame)
    end = frame
  }
  return { bytes: await journalBytes(HEAD, frames), frames }
}

const BODIES = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(40).fill(7)]

test('a journal cut at any byte gives every whole entry before the cut, and says how many are lost', async () => {
  const { bytes, frames } = await journalOf(BODIES)
  const start = bytes.length - frames.reduce((sum, { body }) => sum + 40 + body.length, 0)
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const found = await recoverJournal(bytes.slice(0, cut))
    if (cut < start) {
      expect(found, `cut at ${cut}`).toBeUndefined()
      continue
    }
    let whole = 0
    let at = start
    for (const { body } of frames) {
      at += 40 + body.length
      if (at <= cut) whole += 1
    }
    expect(found?.frames, `cut at ${cut}`).toEqual(frames.slice(0, whole))
    expect(found?.lost?.entries ?? 0, `cut at ${cut}`).toBe(frames.length - whole)
  }
})

test('a damaged byte anywhere loses what follows it and nothing before it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 24 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (bodies, where, flip) => {
        const { bytes, frames } = await journalOf(bodies)
        const start = bytes.length - frames.reduce((sum, { body }) => sum + 40 + body.length, 0)
        const at = start + (where % (bytes.length - start))
        bytes[at] = (bytes[at] ?? 0) ^ flip
        let before = 0
        let end = start
        for (const { body } of frames) {
          end += 40 + body.length
          if (end <= at) before += 1
        }
        const found = await recoverJournal(bytes)
        expect(found?.frames).toEqual(frames.slice(0, before))
        expect(found?.lost?.entries).toBe(frames.length - before)
      },
    ),
    { numRuns: 60 },
  )
})

test('what is no journal at all is said to be none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), async (bytes) => {
      expect(await recoverJournal(new Uint8Array(bytes))).toBeUndefined()
    }),
  )
})

test('an entry opens with its clerk’s key, in its place, and with nothing else', async () => {
  const secret = Buffer.alloc(32, 9).toString('base64url')
  const key = await journalKey(await holdKey(secret), HEAD.journalId)
  const file = new Uint8Array([137, 80, 78, 71])
  const body = await sealEntry(key, 3, { entry: { kind: 'file', name: '申请表.png' }, file })
  expect(await openEntry(key, 3, body)).toEqual({
    entry: { kind: 'file', name: '申请表.png' },
    file,
  })
  expect(Buffer.from(body).includes('申请表')).toBe(false)
  expect(await openEntry(key, 4, body)).toBeUndefined()
  const other = await journalKey(
    await holdKey(Buffer.alloc(32, 8).toString('base64url')),
    HEAD.journalId,
  )
  expect(await openEntry(other, 3, body)).toBeUndefined()
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
