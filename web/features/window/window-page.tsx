import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CommandReply } from '../../../contract/application-commands.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { StaffShell } from '../../ui/staff-shell.tsx'
import type { ReceivedBundle } from './bundle/use-bundle-intake.ts'
import { nextCallOf } from './calls/call-keys.ts'
import { CallColumn } from './calls/call-column.tsx'
import { useCallDesk } from './calls/use-call-desk.ts'
import { DeviceLamp } from './device-lamp.tsx'
import { useBeginAtWindow } from './offline/begin-at-window.ts'
import { LineColumns } from './offline/line-columns.tsx'
import { OfflineBanner } from './offline/offline-banner.tsx'
import './offline/offline.css'
import { TodayLists } from './today-lists.tsx'
import { WindowScans } from './window-scans.tsx'
import { type Done, WindowWork } from './window-work.tsx'
import './window.css'

/** The comprehensive window (综合窗口): one counter, one person, from receipt to an answer. */
export function WindowPage() {
  const [search, setSearch] = useSearchParams()
  const [done, setDone] = useState<Done | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [journal, setJournal] = useState(false)
  const calls = useCallDesk()
  const { desk, isOn } = calls
  const openId = search.get('open')
  const [receivedBundle, setReceivedBundle] = useState<ReceivedBundle | null>(null)
  const bundleId = search.get('bundle')
  const open = (applicationId: string | null) => {
    setReceivedBundle(null)
    setDone(null)
    setCode(null)
    setSearch(applicationId === null ? {} : { open: applicationId })
  }
  const finish = (act: string, reply: CommandReply) => {
    setDone({ act, reply })
    calls.reread()
    setSearch({})
  }
  const takeBundle = (bundle: ReceivedBundle) => {
    beginTicket()
    open(null)
    setReceivedBundle(bundle)
  }
  // Whoever hands in papers has come to the window: screens stop calling the number.
  const beginTicket = () => {
    if (desk?.ticket?.status === 'called') void calls.simple('start', desk.ticket.ticketId)
    else calls.reread()
  }
  const received = (applicationId: string) => {
    beginTicket()
    open(applicationId)
  }
  const fresh = () => open(null)
  /** The act is done: at a window of the hall its number ends, and the next is called. */
  const next = async () => {
    if (desk && isOn && nextCallOf(desk, true).may === 'no') return
    if (!desk || !isOn || (await calls.next(desk.ticket !== null))) fresh()
  }
  const takeSlip = (slip: string) => {
    open(null)
    setCode(slip)
  }
  useBeginAtWindow()
  // At a window of the hall F2 calls the next number; without one it is what it was.
  useHotkeys(isOn ? { 'Shift+F2': fresh } : { F2: fresh })
  return (
    <StaffShell
      place="综合窗口"
      end={
        <>
          <button type="button" className="link" onClick={() => setJournal(!journal)}>
            离线日志
          </button>
          <DeviceLamp />
        </>
      }
    >
      <div className="window-page">
        <OfflineBanner open={journal} onOpen={setJournal} />
        <WindowScans onOpen={open} onSlip={takeSlip} />
        <div className="window-place">
          <LineColumns
            openId={openId}
            onOpen={open}
            left={
              <TodayLists openId={openId} onOpen={open} freshKey={isOn ? 'Shift F2' : 'F2'}>
                <CallColumn calls={calls} isDone={done !== null} onNext={fresh} />
              </TodayLists>
            }
            rest={
              <WindowWork
                shown={{ done, receivedBundle, openId, code, bundleId }}
                wished={desk?.ticket?.itemId ?? null}
                onAgain={isOn ? fresh : null}
                onNext={() => void next()}
                onFresh={fresh}
                onOpen={open}
                onDone={finish}
                onReceived={received}
                onBundleReceived={takeBundle}
                onCode={setCode}
                onBundle={(chosen) => setSearch({ bundle: chosen })}
              />
            }
          />
        </div>
      </div>
    </StaffShell>
  )
}
