import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandReply } from '../../../contract/application-commands.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { meQuery } from '../../api/queries.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { ActForm } from './act-form.tsx'
import { DESK_ACT_NAME, deskActsOf, type DeskAct } from './desk-acts.ts'
import { DoneBar } from './done-bar.tsx'

/** The acts open to this person, one form at a time; the one the application waits for stands open. */
export function WorkActs(props: { application: ApplicationView; onNext: () => void }) {
  const { application } = props
  const own = useQuery(meQuery()).data?.organisationName
  const { main, all } = deskActsOf({
    status: application.status,
    possible: application.possible,
    feeOpen: application.guide.fee !== null && !application.fee.settled,
    // Shown names are the full ones (阿坝州教育局), a person's own body the short (州教育局).
    opinionGiven: application.opinions.some(
      ({ departmentName }) => own !== undefined && departmentName.endsWith(own),
    ),
  })
  const [chosen, setChosen] = useState<DeskAct | null>(null)
  const [act, setAct] = useState<PreparedAct | null>(null)
  const [done, setDone] = useState<{ label: string; reply: CommandReply } | null>(null)
  const current = chosen !== null && all.includes(chosen) ? chosen : main
  const finish = (label: string, reply: CommandReply) => {
    setAct(null)
    setChosen(null)
    setDone({ label, reply })
  }
  return (
    <section className="acts" aria-label="办理">
      {done && <DoneBar {...done} onNext={props.onNext} />}
      {all.length === 0 ? (
        <p className="sec">本件现在没有需要您办理的步骤。</p>
      ) : (
        <div className="choice" role="tablist" aria-label="办理环节">
          {all.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === current}
              onClick={() => setChosen(name)}
            >
              {DESK_ACT_NAME[name]}
            </button>
          ))}
        </div>
      )}
      {current && (
        <ActForm
          key={current}
          name={current}
          application={application}
          onAct={(next) => {
            setDone(null)
            setAct(next)
          }}
          onDone={(reply) => finish(DESK_ACT_NAME[current], reply)}
        />
      )}
      {act && (
        <ActDialog
          application={application}
          act={act}
          onClose={() => setAct(null)}
          onDone={(reply) => finish(act.confirmLabel, reply)}
        />
      )}
    </section>
  )
}
