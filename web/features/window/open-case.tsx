import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandReply } from '../../../contract/application-commands.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery } from '../../api/queries.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { BundlePanel } from '../../ui/bundle/bundle-panel.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { CameraCapture } from './camera-capture.tsx'
import { CaseFacts } from './case-facts.tsx'
import { acceptAct, correctionAct } from './counter-acts.ts'
import { correctionText } from './correction-text.ts'
import { DeclineForm } from './decline-form.tsx'
import { FourChecks } from './four-checks.tsx'
import { MaterialFiles } from './material-files.tsx'
import { MaterialRows } from './material-rows.tsx'
import { SupplyForm } from './supply-form.tsx'
import { useAssessment } from './use-assessment.ts'
import { useUpload } from './use-upload.ts'
import { lackingOf, windowActsOf } from './window-acts.ts'
import { dueHint, stateWords } from './window-words.ts'
import { WindowFooter } from './window-footer.tsx'

type Prepared = { readonly act: PreparedAct; readonly on: ApplicationView }

/** Facts, standard and the three answers; each answer shows the notice it will make first. */
export function OpenCase(props: {
  application: ApplicationView
  onDone: (act: string, reply: CommandReply) => void
}) {
  const { application, onDone } = props
  const { applicationId } = application
  const queries = useQueryClient()
  const assessment = useAssessment(application)
  const upload = useUpload(applicationId)
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const [declining, setDeclining] = useState(false)
  const [current, setCurrent] = useState<number>()
  const { materials, checks } = assessment
  const states = Object.fromEntries(materials.map(({ number, state }) => [number, state]))
  const acts = windowActsOf({
    status: application.status,
    possible: application.possible,
    materials: states,
    tolerable: application.materials
      .filter(({ tolerableDays }) => tolerableDays !== null)
      .map(({ number }) => number),
    checks,
    asked: application.correction?.asked ?? null,
  })
  const lacking = lackingOf(states)
  const open = application.status === 'received' && application.possible.includes('assess')
  const mayUpload = application.possible.includes('attach-material')

  /** The server judges by what it was told: the findings go first, then the notice is drawn from them. */
  const prepare = async (act: PreparedAct) => {
    if (!(await assessment.tell())) return
    setPrepared({
      act,
      on: await queries.fetchQuery({ ...applicationQuery(applicationId), staleTime: 0 }),
    })
  }
  const accept = () => {
    if (acts.accept === null && !assessment.busy) void prepare(acceptAct(lacking))
  }
  const askCorrection = () => {
    if (acts['request-correction'] !== null || assessment.busy) return
    void prepare(correctionAct(materials, states, lacking))
  }
  const decline = () => {
    if (acts.decline === null) setDeclining(true)
  }
  useHotkeys({ F8: accept, F9: askCorrection, F10: decline })

  return (
    <>
      <section className="case" aria-label="申请">
        <CaseFacts
          application={application}
          onAct={(act) => setPrepared({ act, on: application })}
        />
        <BundlePanel application={application} />
        <Supplies application={application} />
        {open && lacking.length > 0 && (
          <div className="will-say">
            <h3>将告知补正的内容</h3>
            <p>{correctionText(materials, states, assessment.remarks)}</p>
          </div>
        )}
        {assessment.problem && (
          <ProblemNote
            problem={assessment.problem}
            kept="您的判定都在。核对最新情况后再按一次即可。"
          />
        )}
      </section>
      <section className="standard" aria-label="受理标准">
        <FourChecks checks={checks} disabled={!open} onChange={assessment.setChecks} />
        <MaterialRows
          materials={materials}
          disabled={!open}
          onCurrent={setCurrent}
          onState={assessment.setState}
          onRemark={assessment.setRemark}
          files={(number) => {
            const material = application.materials.find((one) => one.number === number)
            return (
              material && (
                <MaterialFiles
                  applicationId={applicationId}
                  material={material}
                  upload={mayUpload ? upload : null}
                />
              )
            )
          }}
        />
        {mayUpload && (
          <CameraCapture
            current={current}
            onFile={(file) => current !== undefined && upload.send(current, file)}
          />
        )}
      </section>
      <WindowFooter
        title={stateWords(application, acts, lacking.length)}
        hint={dueHint(application)}
        acts={[
          {
            label: acts.accept === null ? acceptAct(lacking).confirmLabel : '受理',
            hotkey: 'F8',
            primary: true,
            reason: acts.accept,
            onAct: accept,
          },
          {
            label: lacking.length > 0 ? `一次性告知 ${lacking.length} 项` : '一次性告知',
            hotkey: 'F9',
            primary: true,
            reason: acts['request-correction'],
            onAct: askCorrection,
          },
          { label: '不予受理', hotkey: 'F10', reason: acts.decline, onAct: decline },
        ]}
      />
      {declining && (
        <DeclineForm
          application={application}
          onClose={() => setDeclining(false)}
          onPrepared={(act) => {
            setDeclining(false)
            setPrepared({ act, on: application })
          }}
        />
      )}
      {prepared && (
        <ActDialog
          application={prepared.on}
          act={prepared.act}
          onClose={() => setPrepared(null)}
          onDone={(reply) => {
            assessment.clear()
            onDone(prepared.act.confirmLabel, reply)
          }}
        />
      )}
    </>
  )
}

/** What was asked for, or promised, and may come in now. */
function Supplies({ application }: { application: ApplicationView }) {
  const { possible } = application
  return (
    <>
      {possible.includes('supply-correction') && (
        <SupplyForm application={application} of="correction" />
      )}
      {possible.includes('supply-tolerated') && (
        <SupplyForm application={application} of="tolerance" />
      )}
    </>
  )
}
