import { refuse } from '../http/refusal.ts'
import type { CommandOutcome } from './handle-command.ts'

/** A command's outcome as an operation answers it. */
export function answerTo(outcome: CommandOutcome) {
  if (outcome.ok) return { ok: true as const, value: outcome.reply }
  const { violation } = outcome
  switch (violation.code) {
    case 'application-not-found':
      return refuse(violation.code, '没有这件办件，请核对办件编号。')
    case 'unknown-item':
      return refuse(violation.code, '没有这个事项，请从事项清单中选择。')
    case 'command-id-reused':
      return refuse(violation.code, '这个命令标识已经用过，请刷新页面后重新提交。')
    default:
      return { ok: false as const, violation }
  }
}
