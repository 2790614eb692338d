import type { z } from 'zod'
import {
  MOST_ENTRIES,
  type MergeResult,
  type mergeJournal,
  type OfflineEntry,
} from '../../../contract/offline.ts'
import { asApiProblem, isUnanswered } from '../api-problem.ts'
import type { FileEntry } from './journal-entry.ts'
import type { Bytes } from './journal-frames.ts'
import {
  dropJournal,
  framesOf,
  journalsOf,
  type KeptFrame,
  type KeptJournal,
} from './kept-journals.ts'
import { type Ack, acksOf, keepAck, openFrame } from './read-entries.ts'

type MergeBody = z.input<typeof mergeJournal.body>

/** The two ways to the server; each throws ApiProblem. */
export type MergeWire = {
  readonly merge: (body: MergeBody) => Promise<readonly MergeResult[]>
  readonly sendFile: (entry: FileEntry, bytes: Bytes) => Promise<void>
}

export type Merging = {
  readonly db: IDBDatabase
  readonly ownerId: string
  readonly deviceNow: () => number
  readonly wire: MergeWire
  /** After each batch and file: how many are still to go. */
  readonly onProgress: (left: number) => void
}

const SERVER_FAULT = 500
const A_BATCH = Math.min(20, MOST_ENTRIES)

/**
 * Everything this person wrote, in its order: first the entries, then the files of what was received. Broken off anywhere
 * it goes on there: what the server has answered is not sent again, and what is sent again the server knows. Throws the
 * problem that no answer came; what is refused is kept with its reason.
 */
export async function mergeJournals(merging: Merging): Promise<void> {
  const { db, ownerId } = merging
  for (const journal of await journalsOf(db, ownerId)) {
    await mergeEntries(merging, journal)
    await sendFiles(merging, journal)
    await dropIfDone(db, journal)
  }
}

async function mergeEntries(merging: Merging, journal: KeptJournal): Promise<void> {
  const { db } = merging
  const { journalId, head } = journal
  const acks = await acksOf(db, journalId)
  // What waits for the clerk is asked about again: it may have been worked off at another machine.
  const open = (await framesOf(db, journalId)).filter(
    ({ seq, isFile }) => !isFile && (acks.get(seq)?.state ?? 'conflict') === 'conflict',
  )
  for (let from = 0; from < open.length; from += A_BATCH) {
    const batch: OfflineEntry[] = []
    for (const frame of open.slice(from, from + A_BATCH)) {
      const entry = (await openFrame(db, journal, frame))?.entry
      if (entry !== undefined && entry.kind !== 'file') batch.push(entry)
    }
    const results = await resultsOf(merging, batch, { journalId, deviceId: head.deviceId })
    for (const result of results) {
      const seq = batch.find(({ entryId }) => entryId === result.entryId)?.seq
      if (seq !== undefined) await keepAck(db, { ...result, journalId, seq })
    }
    merging.onProgress(open.length - from - batch.length)
  }
}

/** A batch that is refused as a whole is sent one by one: one bad entry holds up no other. */
async function resultsOf(
  merging: Merging,
  entries: readonly OfflineEntry[],
  ids: { readonly journalId: string; readonly deviceId: string },
): Promise<readonly MergeResult[]> {
  if (entries.length === 0) return []
  try {
    const deviceNow = merging.deviceNow()
    return await merging.wire.merge({ ...ids, deviceNow, entries: [...entries] })
  } catch (error) {
    const problem = asApiProblem(error)
    const isFault = problem.status === SERVER_FAULT
    if (!isFault && (isUnanswered(problem) || isAboutSession(problem.status))) throw error
    const [only] = entries
    // A fault of the server is tried again another time, and stops nobody else's entry.
    if (entries.length === 1 && only !== undefined)
      return isFault ? [] : [refusedHere(only.entryId, problem.code, problem.detail)]
    const results: MergeResult[] = []
    for (const entry of entries) results.push(...(await resultsOf(merging, [entry], ids)))
    return results
  }
}

async function sendFiles(merging: Merging, journal: KeptJournal): Promise<void> {
  const { db, wire } = merging
  const { journalId } = journal
  const acks = await acksOf(db, journalId)
  const stateOf = new Map([...acks.values()].map(({ entryId, state }) => [entryId, state]))
  const files = (await framesOf(db, journalId)).filter(
    ({ seq, isFile }) => isFile && !acks.has(seq),
  )
  for (const [index, frame] of files.entries()) {
    const plain = await openFrame(db, journal, frame)
    if (plain?.entry.kind !== 'file' || plain.file === undefined) continue
    const received = stateOf.get(plain.entry.intakeId)
    if (received === 'merged' || received === 'renumbered')
      await keepAck(db, await sentFile(wire, plain.entry, plain.file, frame))
    else if (received === 'discarded')
      await keepAck(db, { ...merged(plain.entry.entryId), state: 'discarded', ...placeOf(frame) })
    merging.onProgress(files.length - index - 1)
  }
}

async function sentFile(
  wire: MergeWire,
  entry: FileEntry,
  file: Bytes,
  frame: KeptFrame,
): Promise<Ack> {
  try {
    await wire.sendFile(entry, file)
    return { ...merged(entry.entryId), ...placeOf(frame) }
  } catch (error) {
    const problem = asApiProblem(error)
    if (isUnanswered(problem) || isAboutSession(problem.status)) throw error
    return { ...refusedHere(entry.entryId, problem.code, problem.detail), ...placeOf(frame) }
  }
}

/** Nothing of anybody stays on the device once the server has all of it. */
async function dropIfDone(db: IDBDatabase, journal: KeptJournal): Promise<void> {
  const acks = await acksOf(db, journal.journalId)
  const frames = await framesOf(db, journal.journalId)
  const isDone = frames.every(({ seq }) => (acks.get(seq)?.state ?? 'conflict') !== 'conflict')
  if (isDone && journal.lost === 0) await dropJournal(db, journal.journalId)
}

/** Signed out meanwhile: nothing is wrong with the entry. */
function isAboutSession(status: number): boolean {
  return status === 401 || status === 403 || status === 429
}

function placeOf({ journalId, seq }: KeptFrame) {
  return { journalId, seq }
}

function merged(entryId: string): MergeResult {
  return {
    entryId,
    state: 'merged',
    applicationId: null,
    number: null,
    printedNumber: null,
    code: null,
    sentence: null,
  }
}

function refusedHere(entryId: string, code: string, sentence: string): MergeResult {
  return { ...merged(entryId), state: 'conflict', code, sentence }
}
