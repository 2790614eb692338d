import type { DeviceOutput } from '../../../contract/device-kinds.ts'
import { asApiProblem, isUnanswered } from '../api-problem.ts'
import type { DeviceAnswer } from './open-requests.ts'

type Grade = 1 | 2 | 3 | 4 | 5
type Means = {
  /** The service that may be rated now; null: none. */
  readonly open: () => Promise<{ readonly ticketId: string; readonly number: string } | null>
  readonly ask: (
    prompt: string,
    signal: AbortSignal,
  ) => Promise<DeviceAnswer<DeviceOutput<'evaluator', 'rate'>>>
  readonly rate: (rating: {
    readonly commandId: string
    readonly ticketId: string
    readonly grade: Grade
  }) => Promise<void>
  readonly newId: () => string
  /** Ends with the time to rate, or when the next person is called. */
  readonly signal: AbortSignal
}
const TRIES = 3

/** One question to the evaluator, bound to the service it is about. Answers what the clerk has to know: nothing, if all is well. */
export async function askAtCounter(means: Means): Promise<string> {
  try {
    const service = await means.open()
    if (service === null || means.signal.aborted) return ''
    const { ticketId, number } = service
    const pressed = await means.ask(`号码 ${number}：请您评价本次服务`, means.signal)
    if (!pressed.ok)
      return pressed.code === 'was-cancelled' || pressed.code === 'person-timeout'
        ? ''
        : `评价器没有收到评价：${pressed.sentence}评价自愿，可以在网上补做。`
    const rating = { commandId: means.newId(), ticketId, grade: pressed.value.grade as Grade }
    await send(means, rating)
    return ''
  } catch (error) {
    const { status, detail } = asApiProblem(error)
    // Refused: the time is over, or it was answered elsewhere. Neither is the clerk's to know.
    return status >= 400 && status < 500 ? '' : `评价没有送出：${detail}`
  }
}

/** What was pressed is one grade, however often its answer is lost. */
async function send({ rate }: Means, rating: Parameters<Means['rate']>[0]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rate(rating)
    } catch (error) {
      if (attempt >= TRIES || !isUnanswered(asApiProblem(error))) throw error
    }
  }
}
