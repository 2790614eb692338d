import { parentPort, workerData } from 'node:worker_threads'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { openHttpClient } from '../http-client.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { openDesk, type Desk, type DeskSurroundings, type Movement } from './desk.ts'
import { openScreen, type Moved } from './live-screens.ts'
import type { FromMixWorker, MixPhase, MixRole, MixTask, ToMixWorker } from './mix-messages.ts'
import { newTally } from './mix-tally.ts'
import { readAgain, visit } from './visits.ts'

// The people of the mix: who has time begins a visit, so that requests come at the wanted rate.

const port = parentPort
if (port === null) throw new Error('mix-worker runs as a worker thread')
const task = workerData as MixTask
const client = openHttpClient({ port: task.port, connections: task.connections })
const random = seededRandom(task.seed)
const called = new Map<string, { after: number; at: number; heardBy: Set<number> }>()
const WATCHERS = 12
const TICK_MS = 10
const AT_ONCE = 40
const CITIZENS: readonly MixRole[] = ['applicant', 'visitor']
/** Milliseconds: a screen of the hall reads its board at most so often. */
const BOARD_BEAT = 1_000

let tally = newTally()
const surroundings: DeskSurroundings = {
  client,
  tally: () => tally,
  newId: uuidv7,
  called: ({ applicationId, after }: Movement) =>
    called.set(applicationId, { after, at: performance.now(), heardBy: new Set() }),
}
const desks = task.people.map((person, index) =>
  openDesk(person, seededRandom(task.seed + index), surroundings),
)
const free = [...desks]
const leave: (() => void)[] = []

port.on('message', (message: ToMixWorker) => {
  if (message.kind === 'listen') void listen()
  else if (message.kind === 'phase') void phase(message)
  else {
    for (const close of leave) close()
    client.close()
  }
})

async function listen(): Promise<void> {
  const staff = desks.filter(({ person }) => !CITIZENS.includes(person.role))
  for (let from = 0; from < staff.length; from += AT_ONCE)
    leave.push(
      ...(await Promise.all(
        staff.slice(from, from + AT_ONCE).map(async (desk, at) => await screenOf(desk, from + at)),
      )),
    )
  for (let at = 0; at < task.hallScreens; at += 1) leave.push(await hallScreen(at))
  tell({ kind: 'listening', streams: leave.length })
}

/** Lists on screen follow the feed, each screen at its own beat. */
async function screenOf(desk: Desk, index: number): Promise<() => void> {
  const { cookie, address } = desk.person
  let waiting = false
  let last = performance.now() + random.between(0, task.listBeat)
  const onMoved = (moved: readonly Moved[]) => {
    const now = performance.now()
    for (const one of moved) noteArrival(one, index, now)
    if (waiting) return
    waiting = true
    const due = Math.max(0, last + task.listBeat - now)
    setTimeout(() => {
      last = performance.now()
      waiting = false
      void readAgain(desk)
    }, due)
  }
  const watch = index < WATCHERS
  return await openScreen(task.port, { path: '/api/live', cookie, address, onMoved, watch })
}

/** Calls come in the message itself; the rest of the board is read when something moved. */
async function hallScreen(index: number): Promise<() => void> {
  const address = `10.21.0.${index}`
  const screen = openDesk(
    { role: 'visitor', cookie: '', address },
    seededRandom(task.seed - index),
    surroundings,
  )
  let waiting = false
  const onMoved = () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void screen.get('hall board', '/api/hall/board')
    }, BOARD_BEAT)
  }
  const path = '/api/hall/live'
  return await openScreen(task.port, { path, cookie: '', address, onMoved, watch: false })
}

/** The act itself: what follows it, a signed paper for one, has the same version and comes later. */
function noteArrival({ applicationId, version }: Moved, screen: number, now: number): void {
  const call = called.get(applicationId)
  if (call === undefined || version <= call.after || call.heardBy.has(screen)) return
  call.heardBy.add(screen)
  tally.live(now - call.at)
}

async function phase({ rate, seconds }: MixPhase): Promise<void> {
  tally = newTally()
  const started = performance.now()
  let owed = 0
  let before = started
  for (;;) {
    await wait(TICK_MS)
    const now = performance.now()
    if (now - started >= seconds * 1000) break
    const { requests } = tally.counts
    // What lists on screens ask for by themselves counts as well: visits make up the difference.
    const missing = rate * ((now - started) / 1000 + 0.5) - requests
    owed += missing > 0 ? (rate * (now - before)) / 1000 / REQUESTS_A_VISIT : 0
    before = now
    for (; owed >= 1; owed -= 1) begin()
  }
  const done = tally.done()
  called.clear()
  tell({ kind: 'tally', tally: done })
}

const REQUESTS_A_VISIT = 3

function begin(): void {
  const [desk] = free.splice(Math.floor(random.next() * free.length), 1)
  if (desk === undefined) {
    tally.counts.leftOut += 1
    return
  }
  tally.counts.visits += 1
  void visit(desk).finally(() => free.push(desk))
}

function tell(message: FromMixWorker): void {
  port?.postMessage(message)
}
