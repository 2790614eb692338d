import { useCallback, useState } from 'react'
import type { MandateView } from '../../../contract/mandates.ts'
import type { Me } from '../../../contract/session.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LIST_MANDATES, OWN_ACCOUNT } from '../apply/apply-operations.ts'
import { PUBLIC_WHO_AM_I } from '../public-operations.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { GuardianForm } from './guardian-form.tsx'
import { MandateCard } from './mandate-card.tsx'
import { MandateForm } from './mandate-form.tsx'
import { useMandateWords } from './words.ts'
import '../apply/apply.css'
import './mandates.css'

const loadMe = (signal: AbortSignal) => call(PUBLIC_WHO_AM_I, { signal })

/** Who may act for whom: what I gave, what I hold, and giving, accepting and ending it. */
export function MandatesPage() {
  const words = useMandateWords()
  const { reply: me, problem, retry } = useAnswer(loadMe)
  if (problem?.status === 401)
    window.location.replace(`/sign-in?next=${encodeURIComponent('/my/mandates')}`)
  return (
    <PublicShell title={words.title}>
      <div className="wrap apply-narrow mandates">
        <p className="crumb">
          <a href="/my">{words.mine}</a> / {words.title}
        </p>
        <h1>{words.title}</h1>
        {problem && problem.status !== 401 && <ProblemNote problem={problem} onRetry={retry} />}
        {!me && !problem && <Skeleton lines={6} />}
        {me && me.role !== 'applicant' && <p>{words.notApplicant}</p>}
        {me?.role === 'applicant' && <Mandates me={me} />}
      </div>
    </PublicShell>
  )
}

function Mandates({ me }: { me: Me }) {
  const words = useMandateWords()
  const load = useCallback(async (signal: AbortSignal) => {
    const [list, own] = await Promise.all([
      call(LIST_MANDATES, { signal }),
      call(OWN_ACCOUNT, { signal }),
    ])
    return { ...list, isCompany: own.identityType === 'credit-code' }
  }, [])
  const { reply, problem, retry } = useAnswer(load)
  const [form, setForm] = useState<'mandate' | 'guardian' | null>(null)
  if (problem) return <ProblemNote problem={problem} onRetry={retry} />
  if (!reply) return <Skeleton lines={6} />
  const done = () => {
    setForm(null)
    retry()
  }
  return (
    <>
      <p className="apply-lead">{words.lead}</p>
      {form === null && (
        <div className="apply-go">
          <button type="button" className="btn main" onClick={() => setForm('mandate')}>
            {reply.isCompany ? words.newPerson : words.newMandate}
          </button>
          {!reply.isCompany && (
            <button type="button" className="btn" onClick={() => setForm('guardian')}>
              {words.newGuardian}
            </button>
          )}
        </div>
      )}
      {form === 'mandate' && (
        <MandateForm
          isCompany={reply.isCompany}
          today={me.today}
          onDone={done}
          onCancel={() => setForm(null)}
        />
      )}
      {form === 'guardian' && <GuardianForm onDone={done} onCancel={() => setForm(null)} />}
      <List
        title={words.held}
        mandates={reply.mandates.filter(({ isAgent }) => isAgent)}
        onChange={retry}
      />
      <List
        title={words.given}
        mandates={reply.mandates.filter(({ isAgent }) => !isAgent)}
        onChange={retry}
      />
    </>
  )
}

function List(props: { title: string; mandates: readonly MandateView[]; onChange: () => void }) {
  const words = useMandateWords()
  return (
    <section>
      <h2>{props.title}</h2>
      {props.mandates.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="mandate-list">
        {props.mandates.map((mandate) => (
          <MandateCard key={mandate.mandateId} mandate={mandate} onChange={props.onChange} />
        ))}
      </ul>
    </section>
  )
}
