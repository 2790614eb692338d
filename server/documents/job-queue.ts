/** Whether somebody waits for a paper at this moment, or it is made in its turn. */
export type Urgency = 'awaited' | 'in-turn'

export type JobQueue<Job> = {
  readonly put: (job: Job, urgency: Urgency) => void
  readonly isEmpty: () => boolean
  readonly take: () => Job | undefined
  readonly takeAll: () => Job[]
}

/** Awaited jobs before all others, each kind in the order in which it came. */
export function createJobQueue<Job>(): JobQueue<Job> {
  const queues: Readonly<Record<Urgency, Job[]>> = { awaited: [], 'in-turn': [] }
  return {
    put: (job, urgency) => {
      queues[urgency].push(job)
    },
    isEmpty: () => queues.awaited.length + queues['in-turn'].length === 0,
    take: () => queues.awaited.shift() ?? queues['in-turn'].shift(),
    takeAll: () => [...queues.awaited.splice(0), ...queues['in-turn'].splice(0)],
  }
}
