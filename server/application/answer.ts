import { refuse } from '../http/refusal.ts'
import type { CommandOutcome } from './handle-command.ts'

const SENTENCE = {
  'application-not-found': '没有这件办件，请核对办件编号。',
  'unknown-item': '没有这个事项，请从事项清单中选择。',
  'command-id-reused': '这个命令标识已经用过，请刷新页面后重新提交。',
} as const

/** A command's outcome as an operation answers it. */
export function answerTo(outcome: CommandOutcome) {
  if (outcome.ok) return { ok: true as const, value: outcome.reply }
  const { violation } = outcome
  return isOfTheRequest(violation.code)
    ? refuse(violation.code, SENTENCE[violation.code])
    : {
        ok: false as const,
        violation: violation as Exclude<typeof violation, { code: keyof typeof SENTENCE }>,
      }
}

function isOfTheRequest(code: string): code is keyof typeof SENTENCE {
  return code in SENTENCE
}
