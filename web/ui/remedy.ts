import type { ApiProblem } from '../api/api-problem.ts'
import { UI_WORDS, type UiWords } from './ui-words.ts'

/** What to do next, where the refusal itself does not say. */
export function remedyOf(
  problem: Pick<ApiProblem, 'code' | 'status'>,
  words: UiWords = UI_WORDS,
): string | undefined {
  switch (problem.code) {
    case 'changed-meanwhile':
      return words.changedMeanwhile
    case 'network':
      return words.repeatable
    default:
      return problem.status >= 500 ? words.repeatableOrAsk : undefined
  }
}

/** What this side says where the server said nothing; undefined: the server's own sentence stands. */
export function ownSentence(
  { code }: Pick<ApiProblem, 'code'>,
  words: UiWords,
): string | undefined {
  switch (code) {
    case 'network':
      return words.network
    case 'unexpected':
      return words.unexpected
    case 'server-unavailable':
      return words.serverUnavailable
    case 'unexpected-answer':
      return words.unexpectedAnswer
    default:
      return undefined
  }
}
