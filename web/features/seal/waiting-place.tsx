import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery, sealModesQuery } from '../../api/queries.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { DoneStrip, type Done } from './done-strip.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { LetterPapers } from './letter-papers.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { SealManyDialog } from './seal-many-dialog.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useWaiting } from './use-waiting.ts'
import { WaitingList } from './waiting-list.tsx'
import { allOrNone, chosenRows, currentOf, moved, toggled } from './waiting-selection.ts'

type Asking =
  | { readonly act: 'seal' | 'return'; readonly application: ApplicationView }
  | { readonly act: 'seal-many' }

/** Left the letters waiting, in the middle the papers, on the right what is stated and checked, and the two answers. */
export function WaitingPlace(props: {
  openId: string | null
  onOpen: (applicationId: string) => void
  onRecordMode: (itemId: string) => void
}) {
  const { openId, onOpen } = props
  const waiting = useWaiting()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const modes = useQuery(sealModesQuery()).data?.modes
  const rows = waiting.rows ?? []
  const lastIndex = useRef(0)
  const current = currentOf(rows, openId, lastIndex.current)
  const currentId = current?.applicationId
  useEffect(() => {
    lastIndex.current = Math.max(0, current ? rows.indexOf(current) : 0)
  })
  const opened = useQuery({
    ...applicationQuery(currentId ?? ''),
    enabled: currentId !== undefined,
  })
  const application = opened.data
  const unconfirmed = new Set(
    modes?.filter(({ effective }) => !effective).map(({ itemId }) => itemId),
  )
  const together = chosenRows(rows, chosen)

  const step = (steps: number) => {
    const next = moved(rows, currentId, steps)
    if (next) onOpen(next.applicationId)
  }
  const toggle = (applicationId: string) => setChosen(toggled(chosen, applicationId))
  const seal = () => {
    if (together.length > 0) setAsking({ act: 'seal-many' })
    else sealThis()
  }
  const sealThis = () => {
    if (application?.possible.includes('seal')) setAsking({ act: 'seal', application })
  }
  const giveBack = () => {
    if (application?.possible.includes('return-letter')) setAsking({ act: 'return', application })
  }
  const finish = (act: Done['act'], on: ApplicationView) => {
    setAsking(null)
    setDone({ act, application: on })
    setChosen((before) => before.filter((id) => id !== on.applicationId))
  }
  useListKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    J: () => step(1),
    K: () => step(-1),
    Home: () => step(-rows.length),
    End: () => step(rows.length),
    Space: () => currentId && toggle(currentId),
    'Ctrl+A': () =>
      setChosen(
        allOrNone(
          chosen,
          rows.filter((row) => !unconfirmed.has(row.itemId)),
        ),
      ),
  })
  useHotkeys({ F8: seal, F10: giveBack, Escape: () => setChosen([]) })

  return (
    <div className="waiting-place">
      <WaitingList
        waiting={waiting}
        currentId={currentId}
        chosen={chosen}
        unconfirmed={unconfirmed}
        onCurrent={onOpen}
        onToggle={toggle}
        onSeal={seal}
        onNone={() => setChosen([])}
      />
      {done && <DoneStrip done={done} onClose={() => setDone(null)} />}
      {application && current ? (
        <>
          <LetterPapers key={current.applicationId} application={application} />
          <LetterPanel
            application={application}
            together={together.length}
            onSeal={sealThis}
            onReturn={giveBack}
            onRecordMode={() => props.onRecordMode(application.item.itemId)}
          />
        </>
      ) : (
        <section className="papers empty">
          {opened.error && current ? (
            <ProblemNote problem={opened.error} onRetry={() => void opened.refetch()} />
          ) : rows.length === 0 && waiting.rows ? (
            <EmptyNote title="没有等待盖章的函">
              部门出具准予许可函后，会自动出现在左侧，不用刷新。已盖的章在“用印登记簿”中查看；标 ×
              的事项请先在“用印方式”中由两人登记。
            </EmptyNote>
          ) : (
            !waiting.error && <Skeleton lines={12} />
          )}
        </section>
      )}
      {asking?.act === 'seal' && (
        <SealDialog
          application={asking.application}
          onClose={() => setAsking(null)}
          onDone={() => finish('sealed', asking.application)}
        />
      )}
      {asking?.act === 'return' && (
        <ReturnDialog
          application={asking.application}
          onClose={() => setAsking(null)}
          onDone={() => finish('returned', asking.application)}
        />
      )}
      {asking?.act === 'seal-many' && (
        <SealManyDialog
          rows={together}
          onClose={() => {
            setAsking(null)
            setDone(null)
          }}
        />
      )}
    </div>
  )
}
