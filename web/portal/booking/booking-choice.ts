const QUEUES = ['A', 'B', 'C', 'D'] as const
export type ChosenQueue = (typeof QUEUES)[number]

/** What was chosen so far; it stands in the address, so that signing in between loses nothing. */
export type BookingChoice = {
  readonly queue: ChosenQueue
  readonly item: string
  /** Empty: not chosen yet. */
  readonly day: string
  readonly from: string
}

export function choiceOf(search: string): BookingChoice {
  const asked = new URLSearchParams(search)
  return {
    queue: QUEUES.find((queue) => queue === asked.get('queue')) ?? 'A',
    item: asked.get('item') ?? '',
    day: asked.get('day') ?? '',
    from: asked.get('from') ?? '',
  }
}

/** The page with this choice. */
export function addressOfChoice(choice: BookingChoice): string {
  const chosen = Object.entries(choice).filter(([, value]) => value !== '')
  return `/book?${new URLSearchParams(chosen)}`
}
