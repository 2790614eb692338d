import { useState } from 'react'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { freeBox } from './free-box.ts'
import type { LockerDesk } from './use-locker.ts'

/** Another way to the same receipt: the result waits in a box until its applicant signs for it at a kiosk. */
export function PutInLocker(props: { locker: LockerDesk; used: readonly number[] }) {
  const { locker, used } = props
  const [chosen, setChosen] = useState<number | null>(null)
  const box = chosen ?? freeBox(used)
  const isRight = Number.isInteger(box) && box >= 1 && box <= 999 && !used.includes(box)
  return (
    <section aria-label="取件柜">
      <h2 className="h">或者放入取件柜</h2>
      <div className="acts">
        <label>
          格口{' '}
          <input
            type="number"
            min={1}
            max={999}
            value={box}
            onChange={(event) => setChosen(event.target.valueAsNumber)}
          />
        </label>
        <button
          type="button"
          className="btn"
          disabled={locker.busy || !isRight}
          onClick={() => {
            setChosen(null)
            void locker.putIn(box)
          }}
        >
          {locker.busy ? '正在开柜…' : '开柜放入'}
        </button>
      </div>
      {used.includes(box) && <p role="alert">第 {box} 格里有别的结果，请另选格口。</p>}
      {locker.fault !== '' && <p role="alert">{locker.fault}请换一格，或者在窗口当面交付。</p>}
      {locker.problem && <ProblemNote problem={locker.problem} />}
      <p className="sec small">
        只供申请人本人凭身份证领取；保管期限和领取凭据
        <span className="tag amber">待业主确认</span>。
      </p>
    </section>
  )
}
