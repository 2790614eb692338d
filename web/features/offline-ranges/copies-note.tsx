import type { z } from 'zod'
import type { listRanges } from '../../../contract/offline-ranges.ts'
import { clockOf } from '../../ui/dates.ts'

type Copy = z.output<typeof listRanges.reply>['copies'][number]

/** Two machines with the same storage: the second was refused; somebody has to look at it. */
export function CopiesNote({ copies }: { copies: readonly Copy[] }) {
  if (copies.length === 0) return null
  return (
    <section className="panel copies-note" role="alert" aria-label="两台设备同一号段">
      <h2 className="h">两台设备用同一号段：已拒绝后来的一台</h2>
      <ul>
        {copies.map(({ copyId, holder, refused, at, firstNumber, lastNumber }) => (
          <li key={copyId}>
            <b>{clockOf(at)}</b> {holder}
            {firstNumber === null ? '的号段' : `的 ${firstNumber}–${lastNumber ?? ''}`}
            ，又有一台以“{refused}”来领，已拒绝。
          </li>
        ))}
      </ul>
      <p className="sec">
        多半是复制了浏览器配置或者整盘克隆了电脑。被拒绝的窗口已自动改领自己的号段；被拒绝的自助机断网时不再发号，请注销后重新登记配对。断网时已经用同一编号的，先归并的保留编号，另一方换新编号并提示告知申请人。
      </p>
    </section>
  )
}
