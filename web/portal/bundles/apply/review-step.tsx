import { useState } from 'react'
import { type ApiProblem, isUnanswered } from '../../../api/api-problem.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { StepButtons, StepHeading } from '../../apply/step-parts.tsx'
import { type Mandates, useMandates } from '../../apply/who/use-mandates.ts'
import { useApplyWords } from '../../apply/words.ts'
import { BundleParts } from '../bundle-parts.tsx'
import { NeedsPicture } from '../needs-picture.tsx'
import { useBundleWords } from '../words.ts'
import { askedMaterials, wayOf } from '../../../ui/bundle/asked-materials.ts'
import type { BundleFlow } from './bundle-flow.ts'
import { FactList } from './fact-list.tsx'
import { type BundleFault, bundleFaults } from './review-faults.ts'
import { SignInFirst } from './sign-in-first.tsx'
import { useBundleSubmit } from './use-bundle-submit.ts'

/** Everything once more, what still stands against it, and the one button. */
export function ReviewStep({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const applyWords = useApplyWords()
  const { me, view, draft, standing, go } = flow
  const { plan, parts } = standing
  const [declared, setDeclared] = useState(false)
  const submit = useBundleSubmit(flow)
  const isCitizen = me?.role === 'applicant'
  // Asked anew here: it may have ended while the pages were filled in.
  const mandates = useMandates(isCitizen, plan.itemIds)
  const why = mandates.whyNot(draft.mandateId)
  const mandateFault = why === '' ? applyWords.mandateNotUsable : why
  const faults = bundleFaults(flow, { ...applyWords, noFile: words.noFile }, mandateFault)
  const send = async () => {
    await submit.run()
    mandates.reload()
  }
  return (
    <>
      <StepHeading id="review">{words.review}</StepHeading>
      <Faults faults={faults} />
      <section className="bundle-own">
        <h2>{words.covers}</h2>
        <BundleParts parts={view.parts} itemIds={plan.itemIds} />
        <NeedsPicture items={parts.map(({ part }) => part)} needs={[...plan.needs]} />
      </section>
      {isCitizen && <Applicant flow={flow} mandates={mandates} />}
      <FactList flow={flow} />
      <Papers flow={flow} />
      <Declaration flow={flow} isOn={declared} onChange={setDeclared} />
      <Refused problem={submit.problem} />
      {!isCitizen && <SignInFirst flow={flow} step="review" />}
      {isCitizen && faults.length === 0 && !declared && (
        <p className="soft apply-hint">{applyWords.declareFirst}</p>
      )}
      <StepButtons
        onBack={() => go('materials')}
        onNext={() => void send()}
        next={submit.busy ? words.submitting : words.submit(plan.itemIds.length)}
        busy={!isCitizen || !declared || submit.busy || faults.length > 0}
      />
    </>
  )
}

function Declaration(props: {
  flow: BundleFlow
  isOn: boolean
  onChange: (isOn: boolean) => void
}) {
  const words = useBundleWords()
  const { draft, standing } = props.flow
  const promises = askedMaterials(standing).some((one) => wayOf(one, draft) === 'commitment')
  return (
    <label className="apply-check declare">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        {words.declare}
        {promises && ` ${words.promise}`}
      </span>
    </label>
  )
}

/** For whom, before anything is sent in another's name. */
function Applicant({ flow: { me, draft }, mandates }: { flow: BundleFlow; mandates: Mandates }) {
  const words = useBundleWords()
  const chosen = mandates.usable?.find(({ mandateId }) => mandateId === draft.mandateId)
  return (
    <section className="bundle-own">
      <h2>
        {words.who} <a href="#who">{words.change}</a>
      </h2>
      <p>
        <span lang="zh-CN">{draft.mandateId === null ? me?.name : chosen?.principal.name}</span>
        {chosen && <span className="soft"> {words.sentBy(me?.name ?? '', chosen.roleName)}</span>}
      </p>
    </section>
  )
}

function Refused({ problem }: { problem: ApiProblem | null }) {
  const words = useBundleWords()
  return (
    <div aria-live="assertive">
      {problem && (
        <ProblemNote
          problem={problem}
          kept={isUnanswered(problem) ? words.againSafe : words.kept}
        />
      )}
    </div>
  )
}

function Faults({ faults }: { faults: readonly BundleFault[] }) {
  const words = useBundleWords()
  if (faults.length === 0) return null
  return (
    <section className="apply-faults" aria-labelledby="faults">
      <h2 id="faults">{words.faults(faults.length)}</h2>
      <ul>
        {faults.map(({ key, message, stepId }) => (
          <li key={key}>
            <a href={`#${stepId}`} lang="zh-CN">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Papers({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  return (
    <section className="bundle-own">
      <h2>
        {words.materials} <a href="#materials">{words.change}</a>
      </h2>
      <ul className="bundle-review">
        {askedMaterials(flow.standing).map((material) => (
          <li key={material.name}>
            <b lang="zh-CN">{material.name}</b>
            <span className="soft">{stateWords(flow, material, words)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateWords(
  { draft, files }: BundleFlow,
  material: ReturnType<typeof askedMaterials>[number],
  words: ReturnType<typeof useBundleWords>,
): string {
  if (material.isForm) return words.fromForm
  const way = wayOf(material, draft)
  if (way !== 'upload') return words[way]
  return words.fileCount(files.files.filter((file) => file.material === material.index).length)
}
