import type { ReactNode } from 'react'
import { useOffline } from '../../../api/offline/use-offline.ts'
import { OfflineCase } from './offline-case.tsx'
import { OfflineList } from './offline-list.tsx'
import { ownIntakes } from './own-intakes.ts'

/** The window's columns as they are at the server; without it, its own list and cases stand in their place. */
export function LineColumns(props: {
  openId: string | null
  onOpen: (applicationId: string | null) => void
  left: ReactNode
  rest: ReactNode
}) {
  const { openId, onOpen, left, rest } = props
  const { line, entries } = useOffline()
  if (line === 'up')
    return (
      <>
        {left}
        {rest}
      </>
    )
  const own = ownIntakes(entries).find(({ intake }) => intake.application.applicationId === openId)
  return (
    <>
      <OfflineList openId={openId} onOpen={onOpen} />
      {own ? <OfflineCase key={openId} own={own} onNext={() => onOpen(null)} /> : rest}
    </>
  )
}
