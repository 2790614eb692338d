import type { ApplicationView } from '../../contract/application-view.ts'
import { EXPECTED_CLOCKS } from './expectation.ts'
import type { ExpectedClock, Expectation } from './expectation.ts'
import { REHEARSAL_COMMANDS } from './rehearsal-commands.ts'

/** What a step came to, as far as its expectation asks. */
export type Observed = {
  /** Refusal code; null when it went through. */
  readonly error: string | null
  readonly detail: string
  readonly before: ApplicationView | null
  readonly after: ApplicationView | null
  /** Kinds made since the application was last looked at. */
  readonly notices: readonly string[]
  /** Null where nobody asked. */
  readonly possible: readonly string[] | null
  readonly trail: 'intact' | 'broken' | null
}

export type Difference = { readonly key: string; readonly expected: string; readonly got: string }

const CARD_ORDER = ['none', 'warning', 'yellow', 'red']

/** Every named key that does not hold; an error nobody expected, and an expected one that changed something. */
export function compareExpectation(expect: Expectation, observed: Observed): Difference[] {
  const expectedError = expect.error ?? 'none'
  const named: readonly Compared[] = [
    ['error', expectedError, observed.error ?? 'none'],
    ['trail', expect.trail, observed.trail ?? 'none'],
    ['notices', list(expect.notices), listed(observed.notices)],
    ['possible', set(expect.possible), listed(inRehearsal(observed.possible))],
    ...(observed.after === null ? ofNothing(expect) : ofView(expect, observed.after)),
  ]
  const differences = named.flatMap(([key, expected, got]) =>
    expected === undefined || expected === got ? [] : [{ key, expected, got }],
  )
  return expectedError === 'none' ? differences : [...differences, ...changeBehind(observed)]
}

/** What is asked for, and what it is; not asked for is always right. */
type Compared = readonly [key: string, expected: string | undefined, got: string]

function ofView(expect: Expectation, view: ApplicationView): readonly Compared[] {
  return [
    ['status', expect.status, view.status],
    ['accepted', expect.accepted, view.acceptedOn ?? 'none'],
    ['card', expect.card, worstOf(view)],
    ['cards', set(expect.cards), listed(openCardsOf(view).map(({ rule }) => rule))],
    ['seal', expect.seal, view.sealRoute],
    ['copies', set(expect.copies), listed(view.copiesSentTo)],
    ...EXPECTED_CLOCKS.map((clock): Compared => [
      `due.${clock}`,
      expect.due?.[clock],
      dueOf(view, clock),
    ]),
  ]
}

/** An application that was never received has nothing of all that. */
function ofNothing(expect: Expectation): readonly Compared[] {
  return [
    ['status', expect.status, 'not-lodged'],
    ['accepted', expect.accepted, 'none'],
    ['card', expect.card, 'none'],
    ['cards', set(expect.cards), 'none'],
    ['seal', expect.seal, 'none'],
    ['copies', set(expect.copies), 'none'],
    ...EXPECTED_CLOCKS.map((clock): Compared => [`due.${clock}`, expect.due?.[clock], 'none']),
  ]
}

/** A refusal changes nothing: neither version nor status, no event, no notice. */
function changeBehind({ before, after }: Observed): Difference[] {
  const was = stateOf(before)
  const is = stateOf(after)
  return was === is ? [] : [{ key: 'unchanged', expected: was, got: is }]
}

function stateOf(view: ApplicationView | null): string {
  return view === null
    ? 'none'
    : `${view.status} v${view.version}, ${view.history.length} events, ${view.notices.length} notices`
}

function dueOf(view: ApplicationView, clock: ExpectedClock): string {
  const due = view.due[clock]
  if (due.state === 'none') return 'none'
  return due.state === 'paused' ? 'paused' : (due.on ?? 'none')
}

function openCardsOf(view: ApplicationView) {
  return view.cards.filter(({ open }) => open)
}

function worstOf(view: ApplicationView): string {
  const worst = Math.max(0, ...openCardsOf(view).map(({ level }) => CARD_ORDER.indexOf(level)))
  return CARD_ORDER[worst] ?? 'none'
}

/** What has no name in a scenario file cannot be asked for in one. */
function inRehearsal(commands: readonly string[] | null): readonly string[] {
  const known: readonly string[] = REHEARSAL_COMMANDS
  return (commands ?? []).filter((command) => known.includes(command))
}

function set(values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : listed([...new Set(values)])
}

function list(values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : listed(values)
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.toSorted().join(' ')
}
