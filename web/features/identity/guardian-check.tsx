import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { confirmGuardianship } from '../../../contract/mandates.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { LookedUp } from './look-up-form.tsx'

type Guardianship = LookedUp['guardianships'][number]

/** Guardianships declared online that wait for the proof: the household register, the birth certificate, the judgement. */
export function GuardianCheck({ found }: { found: LookedUp }) {
  if (found.guardianships.length === 0) return null
  return (
    <section aria-label="监护关系">
      <h2 className="h">待核验的监护关系</h2>
      {found.guardianships.map((mandate) => (
        <OneGuardianship key={mandate.mandateId} mandate={mandate} />
      ))}
    </section>
  )
}

function OneGuardianship({ mandate }: { mandate: Guardianship }) {
  const [seen, setSeen] = useState('')
  const [answered, setAnswered] = useState<string | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (confirmed: boolean) =>
      call(confirmGuardianship, {
        params: { mandateId: mandate.mandateId },
        body: { confirmed, seen },
      }),
    onSuccess: ({ state }) => setAnswered(state === 'accepted' ? '已核验通过' : '已退回'),
  })
  const answer = (confirmed: boolean) => () => {
    if (!isPending && seen.trim() !== '') mutate(confirmed)
  }
  return (
    <div className="told quiet">
      <p>
        监护人 {mandate.agent.name}（{mandate.agent.identityNumber}），被监护人{' '}
        {mandate.principal.name}。{answered && <b>{answered}</b>}
      </p>
      {answered === null && (
        <>
          <label>
            查看的证明和编号
            <input
              value={seen}
              maxLength={200}
              placeholder="户口簿、出生医学证明、法院判决书及编号"
              onChange={(event) => setSeen(event.target.value)}
            />
          </label>
          {error && <ProblemNote problem={asApiProblem(error)} kept="您填写的仍在。" />}
          <button type="button" className="btn primary" onClick={answer(true)}>
            核验通过
          </button>{' '}
          <button type="button" className="btn" onClick={answer(false)}>
            不符，退回
          </button>
        </>
      )}
    </div>
  )
}
