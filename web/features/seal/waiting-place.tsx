import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery } from '../../api/queries.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { DoneStrip, GoneStrip, type Done } from './done-strip.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { LetterPapers } from './letter-papers.tsx'
import { NoLetter } from './no-letter.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { SealManyDialog } from './seal-many-dialog.tsx'
import { useLetters } from './use-letters.ts'
import { WaitingList } from './waiting-list.tsx'

type Asking =
  | { readonly act: 'seal' | 'return'; readonly application: ApplicationView }
  | { readonly act: 'seal-many' }

/** Left the letters waiting, in the middle the papers, on the right what is stated and checked, and the two answers. */
export function WaitingPlace(props: {
  openId: string | null
  onOpen: (applicationId: string | null) => void
  onRecordMode: (itemId: string) => void
}) {
  // The address follows: it moves too late for J and Space pressed in quick succession.
  const [openId, setOpenId] = useState(props.openId)
  const { onOpen } = props
  const open = useCallback(
    (applicationId: string | null) => {
      setOpenId(applicationId)
      onOpen(applicationId)
    },
    [onOpen],
  )
  const letters = useLetters(openId, open)
  const { current, together } = letters
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const opened = useQuery({
    ...applicationQuery(current?.applicationId ?? ''),
    enabled: current !== undefined,
  })
  const application = current && opened.data

  const ask = (act: 'seal' | 'return') => {
    const command = act === 'seal' ? 'seal' : 'return-letter'
    if (application?.possible.includes(command)) setAsking({ act, application })
  }
  const seal = () => (together.length > 0 ? setAsking({ act: 'seal-many' }) : ask('seal'))
  const finish = (finished: Done | null) => {
    setAsking(null)
    setDone(finished)
    letters.openNext()
  }
  useHotkeys({ F8: seal, F10: () => ask('return'), Escape: letters.chooseNone })

  return (
    <div className="waiting-place">
      <WaitingList letters={letters} onSeal={seal} />
      {letters.gone && asking === null && done?.application.applicationId !== openId ? (
        <GoneStrip applicationId={openId} onClose={letters.openNext} />
      ) : (
        done && <DoneStrip done={done} onClose={() => setDone(null)} />
      )}
      {application ? (
        <>
          <LetterPapers key={application.applicationId} application={application} />
          <LetterPanel
            application={application}
            together={together.length}
            onSeal={() => ask('seal')}
            onReturn={() => ask('return')}
            onRecordMode={() => props.onRecordMode(application.item.itemId)}
          />
        </>
      ) : (
        <NoLetter letters={letters} problem={opened.error} onRetry={() => void opened.refetch()} />
      )}
      <AskedDialog
        asking={asking}
        letters={letters}
        onFinish={finish}
        onClose={() => setAsking(null)}
      />
    </div>
  )
}

function AskedDialog(props: {
  asking: Asking | null
  letters: ReturnType<typeof useLetters>
  onFinish: (done: Done | null) => void
  onClose: () => void
}) {
  const { asking, letters, onFinish, onClose } = props
  if (asking === null) return null
  if (asking.act === 'seal-many')
    return (
      <SealManyDialog rows={letters.together} onDone={() => onFinish(null)} onClose={onClose} />
    )
  const { application } = asking
  return asking.act === 'seal' ? (
    <SealDialog
      application={application}
      onClose={onClose}
      onDone={() => onFinish({ act: 'sealed', application })}
    />
  ) : (
    <ReturnDialog
      application={application}
      onClose={onClose}
      onDone={() => onFinish({ act: 'returned', application })}
    />
  )
}
