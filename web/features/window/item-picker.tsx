import { useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ItemRow } from '../../../contract/catalogue.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { itemsQuery } from '../../api/queries.ts'
import { searchItems } from '../../../domain/catalogue/search/search-items.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { scannedCode } from './scanned-code.ts'
import { ItemMarks } from './item-marks.tsx'

const SHOWN = 9

/** Finds an item by initials, words or annex number; arrow keys and Enter choose. */
export function ItemPicker(props: { onChoose: (item: ItemRow) => void; focusFirst: boolean }) {
  const input = useRef<InputRef>(null)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery(itemsQuery())
  useHotkeys({ 'Ctrl+K': () => input.current?.focus({ cursor: 'all' }) })
  useDeviceEvent('scan-gun', 'scanned', ({ code }) => {
    const scanned = scannedCode(code)
    if (scanned?.kind !== 'words') return
    setTyped(scanned.words)
    setActive(0)
    setOpen(true)
    input.current?.focus()
  })
  const found = typed.trim() === '' ? [] : searchItems(data?.items ?? [], typed).slice(0, SHOWN)

  const choose = (item: ItemRow | undefined) => {
    if (item === undefined) return
    setTyped('')
    setOpen(false)
    props.onChoose(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((now) => Math.min(Math.max(now + step, 0), Math.max(found.length - 1, 0)))
    } else if (event.key === 'Enter') choose(found[active])
    else if (event.key === 'Escape') setTyped('')
  }
  const shown = open && typed.trim() !== ''
  return (
    <div className="picker">
      <Input
        ref={input}
        autoFocus={props.focusFirst}
        role="combobox"
        aria-label="查找事项"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown ? `${list}-${active}` : undefined}
        placeholder="拼音首字母、事项名称、部门或者序号"
        value={typed}
        suffix={
          <span className="sec">
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </span>
        }
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <ul id={list} role="listbox" aria-label="事项">
          {found.map((item, index) => (
            <li
              key={item.itemId}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              // The input keeps the focus, so that the list is still open when the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => setActive(index)}
              onClick={() => choose(item)}
            >
              <span className="sec">{item.annexNumber ?? '—'}</span>
              <span className="ell">{item.name}</span>
              <ItemMarks item={item} />
              <span className="sec small nowrap">{item.departmentName}</span>
            </li>
          ))}
          {data && found.length === 0 && (
            <li className="none">没有找到“{typed}”。可以换用事项名称中的几个字，或者清单序号。</li>
          )}
          {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        </ul>
      )}
    </div>
  )
}
