import { useQueryClient } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { WorklistRow } from '../../../contract/applications.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { searchQuery } from '../../api/queries.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { scannedNumber } from './scanned-number.ts'

/** A scan gun is a keyboard that ends with Enter, or a device of the device program. */
export function ScanBox(props: { onFound: (applicationId: string) => void; focusFirst: boolean }) {
  const queries = useQueryClient()
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [several, setSeveral] = useState<readonly WorklistRow[]>([])
  const [none, setNone] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useHotkeys({ 'Ctrl+K': () => input.current?.focus({ cursor: 'all' }) })

  const find = async (text = typed) => {
    const scanned = scannedNumber(text)
    if (scanned === null) return
    setProblem(null)
    setNone('')
    const words = scanned.kind === 'number' ? scanned.number : scanned.words
    try {
      const { rows } = await queries.fetchQuery({ ...searchQuery(words), staleTime: 0 })
      const exact = rows.filter(({ number }) => number === words)
      const found = exact.length > 0 ? exact : rows
      setSeveral(found.length > 1 ? found.slice(0, 8) : [])
      if (found.length === 0) setNone(words)
      if (found.length === 1 && found[0]) open(found[0])
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  useDeviceEvent('scan-gun', 'scanned', ({ code }) => {
    setTyped(code)
    void find(code)
  })
  const open = ({ applicationId }: WorklistRow) => {
    setTyped('')
    setSeveral([])
    props.onFound(applicationId)
  }
  return (
    <div className="scan">
      <Input
        ref={input}
        autoFocus={props.focusFirst}
        aria-label="办件编号"
        placeholder="扫描或输入办件编号、申请人"
        value={typed}
        suffix={<Kbd>Enter</Kbd>}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => void find()}
      />
      {problem && <ProblemNote problem={problem} onRetry={() => void find()} />}
      {none !== '' && (
        <p className="none" role="alert">
          没有找到“{none}”。请核对编号，或者用申请人名称中相邻的两个字查找。
        </p>
      )}
      {several.length > 0 && (
        <ul aria-label="查到多个办件">
          {several.map((row) => (
            <li key={row.applicationId}>
              <button type="button" onClick={() => open(row)}>
                <span className="b ell">{row.applicantName}</span>
                <span className="sec small">{row.statusName}</span>
                <span className="sec small ell">{row.itemName}</span>
                <span className="sec small">{row.number}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
