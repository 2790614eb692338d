import { useState } from 'react'
import type { z } from 'zod'
import type { listMandateUses, MandateView } from '../../../contract/mandates.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ANSWER_MANDATE, LIST_MANDATE_USES, REVOKE_MANDATE } from '../apply/apply-operations.ts'
import { useMandateWords } from './words.ts'

type Uses = z.output<typeof listMandateUses.reply>['uses']

/** One mandate: who, for what, until when, whether it is in force; and what this side may do about it. */
export function MandateCard({ mandate, onChange }: { mandate: MandateView; onChange: () => void }) {
  const words = useMandateWords()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [uses, setUses] = useState<Uses | null>(null)
  const { mandateId, principal, agent, isAgent, items } = mandate
  const other = isAgent ? principal : agent
  const params = { mandateId }
  const act = async (acting: Promise<unknown>) => {
    setProblem(null)
    try {
      await acting
      onChange()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  const showUses = async () => {
    try {
      setUses((await call(LIST_MANDATE_USES, { params })).uses)
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  const until = mandate.until === null ? words.open : words.untilDay(longDate(mandate.until))
  return (
    <li className="card mandate">
      <p className="mandate-head">
        <b lang="zh-CN">{other.name}</b>
        <small className="soft">
          <span lang="zh-CN">{mandate.roleName}</span> · {other.identityNumber}
        </small>
        <span className={`mandate-state ${mandate.isInForce ? 'in-force' : ''}`}>
          {words[standingOf(mandate)]}
        </span>
      </p>
      <p lang="zh-CN">
        {items === null ? words.everyItem : items.map(({ name }) => name).join(words.comma)}
      </p>
      <p className="soft">
        {mandate.acts.map((one) => words[one]).join(words.comma)} ·{' '}
        {words.period(longDate(mandate.from), until)}
      </p>
      {mandate.why !== '' && (
        <p className="soft" lang="zh-CN">
          {mandate.why}
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      <p className="upload-acts">
        <Acts mandate={mandate} act={(acting) => void act(acting)} />
        <button type="button" className="apply-link" onClick={() => void showUses()}>
          {words.uses}
          <span className="sr-only">{other.name}</span>
        </button>
      </p>
      {uses && (
        <ul className="mandate-uses" aria-label={words.uses}>
          {uses.length === 0 && <li className="soft">{words.noUses}</li>}
          {uses.map((use) => (
            <li key={use.at + use.act} lang="zh-CN">
              {longMinute(use.at)} {use.actName} {use.itemName ?? ''} {use.refusal ?? ''}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function standingOf({ state, isInForce }: MandateView) {
  return state === 'accepted' && !isInForce ? 'notInForce' : state
}

function Acts({ mandate, act }: { mandate: MandateView; act: (acting: Promise<unknown>) => void }) {
  const words = useMandateWords()
  const [asked, setAsked] = useState(false)
  const params = { mandateId: mandate.mandateId }
  const ending = mandate.isAgent ? words.giveUp : words.revoke
  return (
    <>
      {mandate.mayAnswer &&
        ([true, false] as const).map((accept) => (
          <button
            key={String(accept)}
            type="button"
            className={`btn ${accept ? 'main' : 'quiet'}`}
            onClick={() => act(call(ANSWER_MANDATE, { params, body: { accept } }))}
          >
            {accept ? words.accept : words.decline}
          </button>
        ))}
      {mandate.mayRevoke && !asked && (
        <button type="button" className="btn quiet" onClick={() => setAsked(true)}>
          {ending}
        </button>
      )}
      {asked && (
        <>
          <span role="alert">{words.reallyRevoke}</span>
          <button type="button" className="btn quiet" onClick={() => setAsked(false)}>
            {words.keep}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => act(call(REVOKE_MANDATE, { params }))}
          >
            {ending}
          </button>
        </>
      )}
    </>
  )
}
