import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CommandReply } from '../../../contract/application-commands.ts'
import { useOffline } from '../../api/offline/use-offline.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { CounterCase } from './counter-case.tsx'
import { DeviceLamp } from './device-lamp.tsx'
import { DraftDesk } from './draft-desk.tsx'
import { DoneNote } from './done-note.tsx'
import { IntakeDesk } from './intake-desk.tsx'
import { useBeginAtWindow } from './offline/begin-at-window.ts'
import { OfflineBanner } from './offline/offline-banner.tsx'
import { OfflineCase } from './offline/offline-case.tsx'
import { OfflineList } from './offline/offline-list.tsx'
import { ownIntakes } from './offline/own-intakes.ts'
import './offline/offline.css'
import { TodayLists } from './today-lists.tsx'
import { WindowScans } from './window-scans.tsx'
import './window.css'

export type Done = { readonly act: string; readonly reply: CommandReply }

/** The comprehensive window (综合窗口): one counter, one person, from receipt to an answer. */
export function WindowPage() {
  const [search, setSearch] = useSearchParams()
  const [done, setDone] = useState<Done | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const openId = search.get('open')
  const open = (applicationId: string | null) => {
    setDone(null)
    setCode(null)
    setSearch(applicationId === null ? {} : { open: applicationId })
  }
  const finish = (act: string, reply: CommandReply) => {
    setDone({ act, reply })
    setSearch({})
  }
  const takeSlip = (slip: string) => {
    open(null)
    setCode(slip)
  }
  useHotkeys({ F2: () => open(null) })
  useBeginAtWindow()
  const offline = useOffline()
  const isDown = offline.line === 'down'
  const own = ownIntakes(offline.entries).find(
    ({ intake }) => intake.application.applicationId === openId,
  )
  return (
    <StaffShell place="综合窗口" end={<DeviceLamp />}>
      <WindowScans onOpen={open} onSlip={takeSlip} />
      <div className="window-page">
        <OfflineBanner />
        <div className="window-place">
          {isDown ? (
            <OfflineList openId={openId} onOpen={open} />
          ) : (
            <TodayLists openId={openId} onOpen={open} />
          )}
          {isDown && own ? (
            <OfflineCase key={openId} own={own} onNext={() => open(null)} />
          ) : done ? (
            <DoneNote done={done} onNext={() => open(null)} onOpen={open} />
          ) : openId !== null ? (
            <CounterCase key={openId} applicationId={openId} onDone={finish} />
          ) : code !== null ? (
            <DraftDesk code={code} onReceived={open} onClose={() => setCode(null)} />
          ) : (
            <IntakeDesk onReceived={open} onCode={setCode} />
          )}
        </div>
      </div>
    </StaffShell>
  )
}
