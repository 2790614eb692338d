import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { searchQuery } from '../../api/queries.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { scannedCode } from './scanned-code.ts'

/** The scan gun at the window: a receipt opens its application, a slip from home its draft. Words go to the item search. */
export function WindowScans(props: {
  onOpen: (applicationId: string) => void
  onSlip: (code: string) => void
}) {
  const { onOpen, onSlip } = props
  const queries = useQueryClient()
  const [none, setNone] = useState('')
  const open = async (number: string) => {
    setNone('')
    const found = await queries
      .fetchQuery({ ...searchQuery(number), staleTime: 0 })
      .catch(() => ({ rows: [] }))
    const only = found.rows.find((row) => row.number === number)
    if (only) onOpen(only.applicationId)
    else setNone(number)
  }
  useDeviceEvent('scan-gun', 'scanned', ({ code }) => {
    const scanned = scannedCode(code)
    if (scanned?.kind === 'application') void open(scanned.number)
    if (scanned?.kind === 'slip') onSlip(scanned.code)
  })
  if (none === '') return null
  return (
    <p className="none" role="alert">
      扫到办件编号 {none}，没有找到。请核对编号，或者在“查找办件”中查询。
    </p>
  )
}
