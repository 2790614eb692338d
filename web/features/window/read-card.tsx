import { useState } from 'react'
import type { IdReading } from '../../../contract/device-kinds.ts'
import { Link } from 'react-router'
import { useDeviceBridge, useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { identityEntryOf, isUntouched, withReading } from './card-reading.ts'
import type { IntakeDraft } from './intake-draft.ts'

type Refused = { readonly code: string; readonly sentence: string }

/**
 * Reads the card into the form; the photograph is for the clerk's eyes and goes nowhere. A reader that fails is one line of words: the
 * fields below stay open all the time.
 */
export function ReadCard(props: {
  draft: IntakeDraft
  onChange: (change: (draft: IntakeDraft) => IntakeDraft) => void
}) {
  const { draft, onChange } = props
  const { bridge } = useDeviceBridge()
  const [reading, setReading] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [photo, setPhoto] = useState<IdReading['photo']>(null)
  const read = async () => {
    if (reading) return
    setReading(true)
    setRefused(null)
    const answer = await bridge.request('id-reader', 'read', { challenge: draft.applicationId })
    setReading(false)
    if (!answer.ok) return setRefused(answer)
    setPhoto(answer.value.photo)
    return onChange((before) => withReading(before, answer.value))
  }
  useHotkeys({ 'Alt+R': () => void read() })
  useDeviceEvent('id-reader', 'card-inserted', () => {
    if (isUntouched(draft)) void read()
  })
  const asRead = identityEntryOf(draft).identityEntry === 'reader'
  return (
    <div className="read-card">
      <button type="button" className="btn" disabled={reading} onClick={() => void read()}>
        {reading ? '正在读卡…' : '读身份证'} <Kbd>Alt</Kbd> <Kbd>R</Kbd>
      </button>
      <span className="sec small" role="status">
        {refused ? (
          <>
            {refused.sentence}
            {refused.code === 'not-paired' && <Link to="/window/workstation">本机设备</Link>}
            <b> 手工录入的，记录会注明“手工录入”。</b>
          </>
        ) : asRead ? (
          <>
            <span className="tag green">读卡读入</span>
            {photo && (
              <img
                src={`data:${photo.mediaType};base64,${photo.data}`}
                alt="证件照片，用于核对是否本人"
              />
            )}
          </>
        ) : (
          draft.reading && '与读卡内容不同，将按“手工录入”记录'
        )}
      </span>
    </div>
  )
}
