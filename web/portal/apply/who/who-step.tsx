import { useCallback, useEffect, useState } from 'react'
import type { DraftApplicant } from '../../../../contract/drafts.ts'
import { call } from '../../../api/call.ts'
import { useAnswer } from '../../use-answer.ts'
import { applicantFaults, type WhoFault } from './applicant-faults.ts'
import { OWN_ACCOUNT } from '../apply-operations.ts'
import { ErrorSummary, StepButtons, StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { PrincipalChoice } from './principal-choice.tsx'
import { useMandates } from './use-mandates.ts'
import { WhoFields } from './who-fields.tsx'
import { useApplyWords } from '../words.ts'

/** Who applies: oneself, the enterprise, or whom a mandate names; and where to be reached. */
export function WhoStep() {
  const words = useApplyWords()
  const { guide, me, steps, state, patch, go } = useApply()
  const { applicant, mandateId } = state.draft.content
  const [faults, setFaults] = useState<readonly WhoFault[]>([])
  const [round, setRound] = useState(0)
  const isCitizen = me?.role === 'applicant'
  const mandates = useMandates(isCitizen, [guide.item.itemId])
  const index = steps.findIndex(({ kind }) => kind === 'who')
  const change = (part: Partial<DraftApplicant>) => patch({ applicant: { ...applicant, ...part } })

  // What the account says is filled in once, where nothing was typed.
  const own = useOwnAccount(isCitizen)
  useEffect(() => {
    if (own && applicant.phone === '' && /^[\d-]{7,20}$/.test(own.phone ?? ''))
      patch({ applicant: { ...applicant, phone: own.phone ?? '' } })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the account arrives
  }, [own])

  const next = () => {
    const found = applicantFaults(applicant, { isCitizen, hasMandate: mandateId !== null }, words)
    setFaults(found)
    setRound(round + 1)
    if (found.length === 0) go(steps[index + 1]?.id ?? 'materials')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <StepHeading id="who">{words.whoApplies}</StepHeading>
      <ErrorSummary faults={faults} round={round} />
      {me === null && <SignInOrGoOn />}
      {me !== null && !isCitizen && (
        <p className="apply-note" role="status">
          {words.staffCannotApply}
        </p>
      )}
      {isCitizen && (
        <PrincipalChoice
          name={me.name}
          mandates={mandates}
          mandateId={mandateId}
          onChoose={(id) => patch({ mandateId: id })}
        />
      )}
      <WhoFields
        applicant={applicant}
        isCitizen={isCitizen}
        phoneKnown={own?.phone !== null && own?.phone === applicant.phone}
        faults={faults}
        onChange={change}
      />
      <StepButtons
        onBack={index > 0 ? () => go(steps[index - 1]?.id ?? '') : undefined}
        onNext={next}
      />
    </form>
  )
}

function useOwnAccount(isCitizen: boolean) {
  const load = useCallback(
    async (signal: AbortSignal) => (isCitizen ? await call(OWN_ACCOUNT, { signal }) : null),
    [isCitizen],
  )
  return useAnswer(load).reply
}

function SignInOrGoOn() {
  const words = useApplyWords()
  const { state, keeper } = useApply()
  const { draftId, itemId } = state.draft
  const next = encodeURIComponent(`/apply/${itemId}?draft=${draftId}#who`)
  return (
    <section className="apply-known">
      <p>
        <b>{words.signInHelps}</b>
        <br />
        <span className="soft">{words.signInWhy}</span>
      </p>
      <a className="btn" href={`/sign-in?next=${next}`} onClick={() => void keeper.flush()}>
        {words.signIn}
      </a>
    </section>
  )
}
