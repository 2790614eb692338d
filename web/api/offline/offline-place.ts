import { uuidv7 } from 'uuidv7'
import { uploadMaterial } from '../../../contract/applications.ts'
import { listOpenEntries, mergeJournal, type OpenEntry } from '../../../contract/offline.ts'
import type { Me } from '../../../contract/session.ts'
import { type ApiProblem, asApiProblem } from '../api-problem.ts'
import { call } from '../call.ts'
import type { FileEntry, JournalEntry } from './journal-entry.ts'
import type { Bytes } from './journal-frames.ts'
import { deviceIdOf, keepForOffline } from './keep-for-offline.ts'
import { checkJournal, dropJournal, journalsOf, type KeptJournal } from './kept-journals.ts'
import { newestKey } from './kept-keys.ts'
import { hearServer, learnedClock } from './learned-clock.ts'
import { askServer, lineNow, subscribeToLine, watchLine } from './line.ts'
import { mergeJournals } from './merge-journals.ts'
import { openOfflineDatabase } from './offline-database.ts'
import { readEntries, type WrittenEntry } from './read-entries.ts'
import { steadyClock, type SteadyClock } from './steady-clock.ts'
import { type Writing, writeEntry } from './write-entry.ts'

export type OfflineState = {
  readonly line: 'up' | 'down'
  /** Key and numbers are here: the window goes on when the line is gone. */
  readonly ready: boolean
  /** What this person wrote and the server has not acknowledged to its end. */
  readonly entries: readonly WrittenEntry[]
  /** Journals of which something was lost. */
  readonly damaged: readonly KeptJournal[]
  /** How many are still to go; null: nothing is on its way. */
  readonly merging: number | null
  readonly problem: ApiProblem | null
  /** What the server keeps for the clerk to work off. */
  readonly toWorkOff: readonly OpenEntry[]
}

const PREPARE_EVERY_MS = 10 * 60_000

const NOTHING: OfflineState = {
  line: 'up',
  ready: false,
  entries: [],
  damaged: [],
  merging: null,
  problem: null,
  toWorkOff: [],
}

type Place = {
  readonly db: IDBDatabase
  readonly me: Me
  readonly clock: SteadyClock
}

let state = NOTHING
let opening: Promise<Place> | undefined
let merging: Promise<void> | undefined
const listeners = new Set<() => void>()

export function offlineNow(): OfflineState {
  return state
}

export function subscribeToOffline(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

function set(part: Partial<OfflineState>): void {
  state = { ...state, ...part }
  for (const listen of listeners) listen()
}

/** Begins for the clerk who is signed on; a second time it goes on as it is. */
export async function beginOffline(me: Me): Promise<void> {
  if (opening !== undefined) return
  opening = openPlace(me)
  const place = await opening
  watchLine()
  subscribeToLine(() => void lineChanged())
  for (const journal of await journalsOf(place.db, me.accountId))
    await checkJournal(place.db, journal)
  await refresh()
  setInterval(() => void (lineNow() === 'up' && cameBack()), PREPARE_EVERY_MS)
  if (await askServer()) await cameBack()
  else set({ line: lineNow() })
}

async function openPlace(me: Me): Promise<Place> {
  const db = await openOfflineDatabase()
  const source = { origin: performance.timeOrigin, elapsed: () => performance.now() }
  const clock = steadyClock(source, await learnedClock(db))
  return { db, me, clock }
}

async function lineChanged(): Promise<void> {
  set({ line: lineNow() })
  if (lineNow() === 'up') await cameBack()
}

/** What was written goes to the server first, then new numbers come. */
async function cameBack(): Promise<void> {
  const place = await opened()
  try {
    await keepForOffline(place.db, place.me, place.clock)
    await mergeNow()
  } catch (error) {
    set({ problem: asApiProblem(error) })
  }
  await refresh()
}

async function opened(): Promise<Place> {
  if (opening === undefined) throw new Error('Nobody has begun')
  return await opening
}

async function refresh(): Promise<void> {
  const { db, me } = await opened()
  const journals = await journalsOf(db, me.accountId)
  set({
    ready: (await newestKey(db, me.accountId)) !== undefined,
    entries: await readEntries(db, me.accountId),
    damaged: journals.filter(({ lost }) => lost > 0),
  })
}

/** On the disk, and then answered. */
export async function writeOffline(writing: Writing): Promise<JournalEntry> {
  const { db, me, clock } = await opened()
  const deviceId = await deviceIdOf(db, uuidv7)
  const written = await writeEntry(
    { db, ownerId: me.accountId, deviceId, clock, newId: uuidv7 },
    writing,
  )
  await refresh()
  return written
}

export async function mergeNow(): Promise<void> {
  merging ??= mergeAll().finally(() => {
    merging = undefined
  })
  await merging
}

async function mergeAll(): Promise<void> {
  const { db, me, clock } = await opened()
  try {
    set({ problem: null })
    await mergeJournals({
      db,
      ownerId: me.accountId,
      deviceNow: () => clock.now().device,
      onProgress: (left) => set({ merging: left }),
      wire: {
        merge: async (body) => {
          const { serverNow, results } = await call(mergeJournal, { body })
          await hearServer(db, clock, serverNow)
          return results
        },
        sendFile: sendMaterial,
      },
    })
    set({ toWorkOff: (await call(listOpenEntries)).entries })
  } catch (error) {
    set({ problem: asApiProblem(error) })
  }
  set({ merging: null })
  await refresh()
}

async function sendMaterial(entry: FileEntry, bytes: Bytes): Promise<void> {
  const { applicationId, material, entryId, name, mediaType } = entry
  const body = new FormData()
  body.append('file', new File([bytes], name, { type: mediaType }), name)
  const params = { applicationId, number: material }
  await call(uploadMaterial, { params, query: { fileId: entryId }, body })
}

/** The clerk has seen that something was lost. */
export async function forgetDamaged(journalId: string): Promise<void> {
  const { db } = await opened()
  await dropJournal(db, journalId)
  await refresh()
}

export async function withOfflineDatabase<Value>(
  work: (db: IDBDatabase, ownerId: string) => Promise<Value>,
): Promise<Value> {
  const { db, me } = await opened()
  const value = await work(db, me.accountId)
  await refresh()
  return value
}
