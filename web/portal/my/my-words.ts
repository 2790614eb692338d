import type { ApplicationView } from '../../../contract/application-view.ts'
import type { ApplicationStatus } from '../../../domain/application/application.ts'
import { longDate, remainingWords } from '../../ui/dates.ts'
import type { Language } from '../words/language.ts'
import type { MyWords } from './words.ts'

type Lodged = Exclude<ApplicationStatus, 'not-lodged'>
type Seen = Pick<ApplicationView, 'status' | 'statusName' | 'due'> & {
  readonly closure: { readonly reason?: string } | null
  readonly correction: { readonly outstanding: number } | null
}
export type Headline = {
  readonly main: string
  readonly beside?: string
  /** Somebody's own words, in Chinese. */
  readonly besideIsChinese?: boolean
}

/** The one thing an applicant wants to know first: how long still, or how it ended. */
export function headlineOf(seen: Seen, words: MyWords, language: Language): Headline {
  const { status, statusName, due, closure, correction } = seen
  const ended = statusWord(status, statusName, words)
  if (status === 'awaiting-correction' && correction)
    return { main: words.headCorrect(correction.outstanding), beside: words.headCorrectBeside }
  if (closure)
    return closure.reason === undefined
      ? { main: ended }
      : { main: ended, beside: closure.reason, besideIsChinese: true }
  if (due.decision.state === 'paused')
    return {
      main: words.headPaused,
      beside: words.headPausedBeside(due.decision.remaining ?? 0),
    }
  const clocks = [
    { clock: due.acceptance, until: words.untilAcceptance },
    { clock: due.committed, until: words.untilCommitted },
    { clock: due.decision, until: words.untilDecision },
    { clock: due.issuance, until: words.untilIssuance },
  ]
  const running = clocks.find(({ clock }) => clock.state === 'running' && clock.on !== null)
  if (!running || running.clock.on === null) return { main: ended }
  return {
    main: remainingWords(running.clock.remaining, language),
    beside: running.until(longDate(running.clock.on, language)),
  }
}

/** A status in the reader's language; one that is not known here in the server's. */
export function statusWord(status: string, statusName: string, words: MyWords): string {
  const name = `status-${status as Lodged}` as const
  return Object.hasOwn(words, name) ? words[name] : statusName
}

type Waiting = Pick<ApplicationView, 'status' | 'item' | 'step' | 'pauses'>

/** What comes next and who has it in hand; undefined when nothing is left to do. */
export function nextOf(
  { status, item, pauses }: Waiting,
  words: MyWords,
): { readonly act: string; readonly who: string } | undefined {
  const pause = pauses.find(({ endedOn }) => endedOn === null)
  if (pause) return { act: words.pausedAct(pause.kindName), who: item.departmentName }
  const name = `act-${status}`
  if (!isAct(name, words)) return undefined
  return { act: words[name], who: HOLDER[name](words, item.departmentName) }
}

type Act = Extract<keyof MyWords, `act-${string}`>

function isAct(name: string, words: MyWords): name is Act {
  return Object.hasOwn(words, name)
}

const atWindow = (words: MyWords) => words.window
const ofDepartment = (_: MyWords, department: string) => department
const HOLDER: Readonly<Record<Act, (words: MyWords, department: string) => string>> = {
  'act-received': atWindow,
  'act-awaiting-correction': (words) => words.applicant,
  'act-accepted': ofDepartment,
  'act-in-review': ofDepartment,
  'act-granted': ofDepartment,
  'act-certified': ofDepartment,
  'act-lettered': (words) => words.bureau,
  'act-sealed': atWindow,
  'act-refused': atWindow,
  'act-issued': atWindow,
  'act-delivered': ofDepartment,
}
