import { secondsSince } from '../../../ui/duration-words.ts'
import { useNow } from '../../../ui/use-now.ts'

/** The evaluator beside the applicant is open: seen, never hurried, and nothing is told of what is chosen. */
export function EvaluationLine({ until }: { until: string | null }) {
  const now = useNow(1)
  if (until === null || Date.parse(until) <= now) return null
  const left = secondsSince(new Date(now).toISOString(), Date.parse(until))
  return (
    <p className="hint small" role="status">
      评价器等候评价，还有 {left} 秒；叫下一位即结束。
    </p>
  )
}
