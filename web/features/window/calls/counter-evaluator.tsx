import { useEffect, useState } from 'react'
import type { HallDesk } from '../../../../contract/hall.ts'
import { askAtCounter } from '../../../api/devices/ask-at-counter.ts'
import { useDeviceBridge } from '../../../api/devices/use-device-bridge.ts'
import { callAsDevice, keptDevice } from '../../../api/hall-device.ts'
import { OPEN_EVALUATION, RATE_SERVICE } from '../../../api/hall-operations.ts'

const UNKNOWN = '本机的评价器没有登记到这个窗口，请在“本机设备”页登记。'

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
  const [said, setSaid] = useState({ until: '', trouble: '' })
  const isThere = view.devices.some(({ device }) => device === 'evaluator')
  const { windowId, evaluationUntil } = desk
  useEffect(() => {
    const device = keptDevice('evaluator')
    if (!isThere || evaluationUntil === null || device?.windowId !== windowId) return undefined
    const given = new AbortController()
    void askAtCounter({
      open: async () => (await callAsDevice(device, OPEN_EVALUATION)).evaluation,
      ask: async (prompt, signal) => await bridge.request('evaluator', 'rate', { prompt }, signal),
      rate: async (body) => void (await callAsDevice(device, RATE_SERVICE, { body })),
      newId: () => crypto.randomUUID(),
      signal: given.signal,
    }).then((trouble) => {
      if (!given.signal.aborted) setSaid({ until: evaluationUntil, trouble })
    })
    return () => given.abort()
  }, [bridge, isThere, evaluationUntil, windowId])
  const isUnknown = isThere && windowId !== null && keptDevice('evaluator')?.windowId !== windowId
  const trouble = isUnknown ? UNKNOWN : said.until === evaluationUntil ? said.trouble : ''
  return evaluationUntil === null || trouble === '' ? null : (
    <p className="hint small" role="status">
      {trouble}
    </p>
  )
}
