import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import { type Api, isUnanswered } from './api.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { Life, Step } from './lives.ts'
import type { Random } from './seeded-random.ts'

export type Stage = { readonly api: Api; readonly journal: Journal; readonly random: Random }

const SUPERVISOR = 'ducha'
const MOST_REFUSALS = 10
const RIVAL = 0.1
const PRESSED_TWICE = 0.1
const SENT_AGAIN = 0.15
const READS_PAPER = 0.2

/** Plays one life to its archive, whatever falls over meanwhile. Throws when the server refuses what must be possible. */
export async function playLife(stage: Stage, applicationId: string, life: Life): Promise<void> {
  let version = 0
  let refusals = 0
  for (let index = 0; index < life.steps.length;) {
    const step = life.steps[index]
    if (step === undefined) break
    await wait(stage.random.between(10, 120))
    const reply = await takeStep(stage, applicationId, step, version)
    if (reply !== undefined) {
      version = reply.version
      index += 1
      await readPapers(stage, step, reply)
      continue
    }
    refusals += 1
    if (refusals > MOST_REFUSALS)
      throw new Error(
        `${applicationId} does not get beyond ${step.name}: ${lastRefusals(stage, applicationId)}`,
      )
    const view = await look(stage, applicationId)
    version = view.version
    const done = new Set(view.history.map(({ type }) => type))
    index = life.steps.findIndex(({ event }) => !done.has(event))
    if (index < 0) return
  }
  await waitForPapers(stage, applicationId)
}

/** One act by the person whose turn it is; sometimes a colleague tries the same at the same moment. */
async function takeStep(
  stage: Stage,
  applicationId: string,
  step: Step,
  version: number,
): Promise<CommandReply | undefined> {
  const { random } = stage
  const [person = '', rival] = step.people
  const doers =
    rival !== undefined && step.name !== 'receive' && random.chance(RIVAL)
      ? [person, rival]
      : [person]
  const replies = await Promise.all(
    doers.map(async (username) => {
      const entry = openCommand(stage.journal, applicationId, step, version, username)
      await Promise.all(
        random.chance(PRESSED_TWICE)
          ? [insist(stage, entry), insist(stage, entry)]
          : [insist(stage, entry)],
      )
      if (entry.replies.length > 0 && random.chance(SENT_AGAIN)) await insist(stage, entry)
      return entry.replies[0]
    }),
  )
  return replies.find((reply) => reply !== undefined)
}

function openCommand(
  journal: Journal,
  applicationId: string,
  step: Step,
  expectedVersion: number,
  username: string,
): JournalEntry {
  const commandId = uuidv7()
  const isReceipt = step.name === 'receive'
  const envelope = isReceipt ? { commandId, applicationId } : { commandId, expectedVersion }
  return journal.open({
    commandId,
    applicationId,
    username,
    step: step.name,
    path: isReceipt ? '/api/applications' : `/api/applications/${applicationId}/${step.name}`,
    body: { ...step.fields, ...envelope },
    expectedVersion,
  })
}

/** Sends one command under its one id until somebody says yes or no. */
export async function insist({ api, random }: Stage, entry: JournalEntry): Promise<void> {
  for (;;) {
    entry.sends += 1
    const answer = await api.send(entry.username, 'POST', entry.path, entry.body)
    if (answer.status === 200) {
      entry.replies.push(answer.body as CommandReply)
      return
    }
    if (!isUnanswered(answer)) {
      entry.refusals.push(String((answer.body as { code?: unknown } | undefined)?.code))
      return
    }
    entry.unanswered += 1
    entry.lostAt ??= Date.now()
    await wait(random.between(50, 300))
  }
}

/** The screen shows a new notice at once: reading races with the runner that puts it on paper. */
async function readPapers({ api, random }: Stage, step: Step, reply: CommandReply): Promise<void> {
  for (const { noticeId } of reply.notices) {
    if (!random.chance(READS_PAPER)) continue
    const { status } = await api.read(step.people[0] ?? '', `/api/notices/${noticeId}/pdf`)
    if (status !== 200) throw new Error(`The notice of ${step.name} cannot be read: ${status}`)
  }
}

/** Nobody begins the next application while the last one's papers are still being made: the load stays what the machine can do. */
async function waitForPapers(stage: Stage, applicationId: string): Promise<void> {
  for (;;) {
    const { notices } = await look(stage, applicationId)
    if (notices.every(({ sha256 }) => sha256 !== null)) return
    await wait(300)
  }
}

async function look({ api }: Stage, applicationId: string): Promise<ApplicationView> {
  const { status, body } = await api.read(SUPERVISOR, `/api/applications/${applicationId}`)
  if (status !== 200) throw new Error(`${applicationId} cannot be read: ${JSON.stringify(body)}`)
  return body as ApplicationView
}

function lastRefusals({ journal }: Stage, applicationId: string): string {
  return journal.entries
    .filter((entry) => entry.applicationId === applicationId)
    .flatMap(({ step, refusals }) => refusals.map((code) => `${step} ${code}`))
    .slice(-3)
    .join(', ')
}
