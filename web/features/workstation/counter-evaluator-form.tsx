import { useState } from 'react'
import { asApiProblem } from '../../api/api-problem.ts'
import { forgetDevice, keptDevice, pairDevice } from '../../api/hall-device.ts'
import { Lamp } from '../../ui/lamp.tsx'

/** A grade belongs to a window: the hall manager registers the evaluator there, its code is entered here once. */
export function CounterEvaluatorForm() {
  const [known, setKnown] = useState(() => keptDevice('evaluator'))
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const pair = async () => {
    if (busy || code.trim() === '') return
    setBusy(true)
    setRefused('')
    try {
      const paired = await pairDevice(code.trim(), 'evaluator')
      if (typeof paired === 'string') {
        forgetDevice()
        setRefused('这个配对码不是评价器的，请大厅管理员登记“评价器”并选择本窗口。')
      } else setKnown(paired)
    } catch (error) {
      setRefused(asApiProblem(error).detail)
    }
    setBusy(false)
  }
  return (
    <section className="panel" aria-label="评价器登记">
      <div className="ph">
        <h2 className="h">评价器登记</h2>
        <Lamp light={known ? 'green' : 'amber'}>
          {known ? `${known.name}，${known.windowId ?? '?'} 号窗口` : '还没有登记到窗口'}
        </Lamp>
        {known && (
          <button
            type="button"
            className="btn x"
            onClick={() => {
              forgetDevice()
              setKnown(undefined)
            }}
          >
            取消登记
          </button>
        )}
      </div>
      <div className="pb">
        {known ? (
          <p className="sec">
            服务结束后评价器亮起，按下的评价直接记到这次服务，窗口看不到选了哪一个；不按就没有评价。
          </p>
        ) : (
          <form
            className="pairing"
            onSubmit={(event) => {
              event.preventDefault()
              void pair()
            }}
          >
            <label htmlFor="evaluator-code">大厅设备配对码</label>
            <input
              id="evaluator-code"
              value={code}
              autoComplete="off"
              maxLength={12}
              placeholder="八位字母和数字"
              onChange={(event) => setCode(event.target.value)}
            />
            <button type="submit" className="btn primary" disabled={busy || code.trim() === ''}>
              {busy ? '正在登记…' : '登记'}
            </button>
            <p className="sec">大厅管理员在“大厅 → 设备”登记评价器、选择本窗口后得到配对码。</p>
            {refused !== '' && (
              <span className="fault" role="alert">
                {refused}
              </span>
            )}
          </form>
        )}
      </div>
    </section>
  )
}
