import { useCallback, useEffect, useState } from 'react'
import type { DraftApplicant } from '../../../../contract/drafts.ts'
import { call } from '../../../api/call.ts'
import { applicantFaults, type WhoFault } from '../../apply/who/applicant-faults.ts'
import { OWN_ACCOUNT } from '../../apply/apply-operations.ts'
import { ErrorSummary, StepButtons, StepHeading } from '../../apply/step-parts.tsx'
import { PrincipalChoice } from '../../apply/who/principal-choice.tsx'
import { useMandates } from '../../apply/who/use-mandates.ts'
import { WhoFields } from '../../apply/who/who-fields.tsx'
import { useApplyWords } from '../../apply/words.ts'
import { useAnswer } from '../../use-answer.ts'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'
import { SignInFirst } from './sign-in-first.tsx'

/** Who applies is the account; asked is only how to reach it. */
export function WhoStep({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const faultWords = useApplyWords()
  const { me, draft, change, standing, steps, go } = flow
  const { applicant } = draft
  const isCitizen = me?.role === 'applicant'
  const [faults, setFaults] = useState<readonly WhoFault[]>([])
  const [round, setRound] = useState(0)
  const set = (part: Partial<DraftApplicant>) =>
    change((now) => ({ applicant: { ...now.applicant, ...part } }))
  const mandates = useMandates(isCitizen, standing.plan.itemIds)
  const load = useCallback(
    async (signal: AbortSignal) => (isCitizen ? await call(OWN_ACCOUNT, { signal }) : null),
    [isCitizen],
  )
  const { reply: account } = useAnswer(load)
  useEffect(() => {
    if (account && applicant.phone === '' && /^[\d-]{7,20}$/.test(account.phone ?? ''))
      set({ phone: account.phone ?? '' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the account arrives
  }, [account])
  const next = () => {
    const found = applicantFaults(applicant, { isCitizen: true, hasMandate: false }, faultWords)
    setFaults(found)
    setRound(round + 1)
    if (found.length === 0 && mandates.whyNot(draft.mandateId) === null)
      go(steps[2]?.id ?? 'materials')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <StepHeading id="who">{words.who}</StepHeading>
      <ErrorSummary faults={faults} round={round} />
      {isCitizen ? (
        <>
          <PrincipalChoice
            name={me.name}
            mandates={mandates}
            mandateId={draft.mandateId}
            onChoose={(mandateId) => change({ mandateId })}
          />
          <p className="apply-lead">
            {draft.mandateId === null ? words.fromAccount : words.fromMandate}
          </p>
        </>
      ) : (
        <SignInFirst flow={flow} step="who" />
      )}
      <WhoFields
        applicant={applicant}
        isCitizen
        phoneKnown={account?.phone !== null && account?.phone === applicant.phone}
        faults={faults}
        onChange={set}
      />
      <StepButtons onBack={() => go('choices')} onNext={next} />
    </form>
  )
}
