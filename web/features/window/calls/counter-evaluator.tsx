import { useEffect, useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import { askAtCounter } from '../../../api/devices/ask-at-counter.ts'
import { useDeviceBridge } from '../../../api/devices/use-device-bridge.ts'
import { callAsDevice, keptDevice } from '../../../api/hall-device.ts'
import { OPEN_EVALUATION, RATE_SERVICE } from '../../../api/hall-operations.ts'

/**
 * Five keys on the counter: asked when a service ended, by the number that was served. What was pressed goes to the server
 * in the evaluator's own name and is not shown here; no press is no grade.
 */
export function CounterEvaluator({
  desk,
}: {
  desk: Pick<HallDesk, 'windowId' | 'evaluationUntil'>
}) {
  const { bridge, view } = useDeviceBridge()
  const [trouble, setTrouble] = useState('')
  const isThere = view.devices.some(({ device }) => device === 'evaluator')
  const { windowId, evaluationUntil } = desk
  useEffect(() => {
    setTrouble('')
    const device = keptDevice('evaluator')
    if (!isThere || evaluationUntil === null || windowId === null) return undefined
    if (device?.windowId !== windowId) {
      setTrouble('本机的评价器没有登记到这个窗口，请在“本机设备”页登记。')
      return undefined
    }
    const given = new AbortController()
    void askAtCounter({
      open: async () => (await callAsDevice(device, OPEN_EVALUATION)).evaluation,
      ask: async (prompt, signal) => await bridge.request('evaluator', 'rate', { prompt }, signal),
      rate: async (body) => void (await callAsDevice(device, RATE_SERVICE, { body })),
      newId: () => crypto.randomUUID(),
      signal: given.signal,
    }).then((said) => {
      if (!given.signal.aborted) setTrouble(said)
    })
    return () => given.abort()
  }, [bridge, isThere, evaluationUntil, windowId])
  return trouble === '' ? null : (
    <p className="hint small" role="status">
      {trouble}
    </p>
  )
}
