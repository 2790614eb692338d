import { createHash } from 'node:crypto'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { Findings } from './findings.ts'
import type { JournalEntry } from './journal.ts'
import { insist, type Stage } from './play-life.ts'

const AT_ONCE = 8
const PAPERS_READ = 40

/** Sends every acknowledged command once more: each must answer as it did (the replies are compared with the journal). */
export async function askAgain(stage: Stage, entries: readonly JournalEntry[]): Promise<void> {
  await inParallel(entries, async (entry) => await insist(stage, entry))
}

/** What the screens show of each life, and the very bytes of some papers. */
export async function checkThroughApi(
  { api, random }: Stage,
  applicationIds: readonly string[],
  findings: Findings,
): Promise<void> {
  const papers: { noticeId: string; number: string; sha256: string }[] = []
  await inParallel(applicationIds, async (applicationId) => {
    const { status, body } = await api.read('ducha', `/api/applications/${applicationId}`)
    if (status !== 200) return findings.add('lost', `${applicationId} is answered with ${status}`)
    const view = body as ApplicationView
    if (view.status !== 'archived')
      findings.add('stuck', `${view.number} is shown as ${view.status}`)
    for (const { noticeId, number, sha256 } of view.notices) {
      if (sha256 === null) findings.add('papers', `${number} is shown as not signed`)
      else papers.push({ noticeId, number, sha256 })
    }
  })
  const share = PAPERS_READ / Math.max(papers.length, 1)
  const chosen = papers.filter(() => random.chance(share))
  await inParallel(chosen, async ({ noticeId, number, sha256 }) => {
    const { status, body } = await api.read('ducha', `/api/notices/${noticeId}/pdf`)
    const actual =
      body instanceof Uint8Array ? createHash('sha256').update(body).digest('hex') : undefined
    if (status !== 200 || actual !== sha256)
      findings.add('papers', `${number} is answered with ${status} and other bytes than shown`)
  })
}

async function inParallel<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const left = [...values]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let value = left.pop(); value !== undefined; value = left.pop()) await work(value)
    }),
  )
}
