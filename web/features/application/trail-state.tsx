import { longMinute, monthDay } from '../../ui/dates.ts'
import type { Trail } from './use-trail.ts'

export function TrailState({ report, problem, checking, check }: Trail) {
  return (
    <span className="trail">
      {problem && !report && <span className="sec">留痕暂时无法校验：{problem.detail}</span>}
      {report?.broken && (
        <b className="chain broken" role="alert">
          链在第 {report.broken.seq} 条断开：{report.broken.what}
        </b>
      )}
      {report?.intact && (
        <b className="chain">
          <ChainMark />
          链完整
        </b>
      )}
      {report && (
        <span className="sec small" title={`链头 ${report.head}`}>
          {longMinute(report.checkedAt).slice(-5)} 校验
          {report.lastPublishedRoot && ` · 每日根 ${monthDay(report.lastPublishedRoot.day)} 已公布`}
        </span>
      )}
      <button type="button" className="link" onClick={check} disabled={checking}>
        {checking ? '正在校验…' : '重新校验'}
      </button>
    </span>
  )
}

function ChainMark() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <rect x="1" y="5" width="8" height="6" rx="3" />
      <rect x="7" y="5" width="8" height="6" rx="3" />
    </svg>
  )
}
