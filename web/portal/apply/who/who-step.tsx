import { useCallback, useEffect, useState } from 'react'
import type { DraftApplicant } from '../../../../contract/drafts.ts'
import { call } from '../../../api/call.ts'
import { useAnswer } from '../../use-answer.ts'
import { applicantFaults, type WhoFault } from './applicant-faults.ts'
import { LIST_MANDATES, OWN_ACCOUNT } from '../apply-operations.ts'
import { ErrorSummary, StepButtons, StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { WhoFields } from './who-fields.tsx'
import { useApplyWords } from '../words.ts'

/** Who applies: oneself, the enterprise, or whom a mandate names; and where to be reached. */
export function WhoStep() {
  const words = useApplyWords()
  const { me, steps, state, patch, go } = useApply()
  const { applicant, mandateId } = state.draft.content
  const [faults, setFaults] = useState<readonly WhoFault[]>([])
  const [round, setRound] = useState(0)
  const isCitizen = me?.role === 'applicant'
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
      {isCitizen && <Principals name={me.name} onChoose={(id) => patch({ mandateId: id })} />}
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

/** Oneself, or one of those whom a mandate lets this account act for. */
function Principals({ name, onChoose }: { name: string; onChoose: (id: string | null) => void }) {
  const words = useApplyWords()
  const { guide, state } = useApply()
  const { mandateId } = state.draft.content
  const load = useCallback((signal: AbortSignal) => call(LIST_MANDATES, { signal }), [])
  const { reply } = useAnswer(load)
  const held = (reply?.mandates ?? []).filter(
    ({ isAgent, isInForce, acts, items }) =>
      isAgent &&
      isInForce &&
      acts.includes('apply') &&
      (items === null || items.some(({ itemId }) => itemId === guide.item.itemId)),
  )
  return (
    <fieldset className="form-field apply-principals">
      <legend>{words.onWhoseBehalf}</legend>
      <div className="form-choices">
        <Principal
          isOn={mandateId === null}
          name={name}
          role={words.myself}
          onChoose={() => onChoose(null)}
        />
        {held.map((mandate) => (
          <Principal
            key={mandate.mandateId}
            isOn={mandateId === mandate.mandateId}
            name={mandate.principal.name}
            role={mandate.roleName}
            onChoose={() => onChoose(mandate.mandateId)}
          />
        ))}
      </div>
      <a href="/my/mandates" target="_blank" rel="noreferrer">
        {words.otherPrincipal}
      </a>
    </fieldset>
  )
}

function Principal(props: { isOn: boolean; name: string; role: string; onChoose: () => void }) {
  return (
    <label className={`form-option ${props.isOn ? 'on' : ''}`}>
      <input type="radio" name="principal" checked={props.isOn} onChange={props.onChoose} />
      <span>
        <span lang="zh-CN">{props.name}</span> <small className="soft">{props.role}</small>
      </span>
    </label>
  )
}
