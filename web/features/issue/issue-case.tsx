import { useState } from 'react'
import type { CommandReply } from '../../../contract/application-commands.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { DeliveryForm } from './delivery-form.tsx'
import { HandOver } from './hand-over.tsx'
import { IssueDone } from './issue-done.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { ResultPages } from './result-pages.tsx'

/** What goes out, to whom, and the proof that it did. */
export function IssueCase(props: { application: ApplicationView; onNext: () => void }) {
  const { application } = props
  const [act, setAct] = useState<PreparedAct | null>(null)
  const [made, setMade] = useState<string>()
  const { status } = application
  const finish = ({ notices }: CommandReply) => {
    setAct(null)
    setMade(notices[0]?.noticeId)
  }
  return (
    <>
      <section className="case" aria-label="办理结果">
        <IssueFacts application={application} />
        <ResultPages key={made} application={application} first={made} />
      </section>
      <section className="hand" aria-label="出件与送达">
        {status === 'issued' ? (
          <DeliveryForm application={application} />
        ) : status === 'sealed' || status === 'refused' ? (
          <HandOver application={application} onAct={setAct} />
        ) : (
          <IssueDone application={application} onNext={props.onNext} />
        )}
      </section>
      {act && (
        <ActDialog
          application={application}
          act={act}
          onClose={() => setAct(null)}
          onDone={finish}
        />
      )}
    </>
  )
}
