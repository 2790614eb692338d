import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { rememberVisitor } from '../known-visitor.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { REGISTER, REGISTRATION_CODE, SIGN_IN_WAYS } from './citizen-operations.ts'
import { CodeField } from './code-field.tsx'
import { type Registration, RegisterFields } from './register-fields.tsx'
import { TextField } from './text-field.tsx'
import { useSignInWords } from './words.ts'
import '../sign-in.css'

const EMPTY: Registration = {
  kind: 'person',
  identityType: 'id-card',
  identityNumber: '',
  name: '',
  contactName: '',
}
const loadWays = (signal: AbortSignal) => call(SIGN_IN_WAYS, { signal })

/** A real-name account: who one is, a phone that proves itself, a password. */
export function RegisterPage() {
  const words = useSignInWords()
  const { reply: ways } = useAnswer(loadWays)
  const [claim, setClaim] = useState<string | null>(null)
  return (
    <PublicShell title={words.registerTitle}>
      <div className="wrap sign-in">
        {claim === null ? (
          <RegisterForm
            simulated={ways?.simulated === true}
            possible={ways?.sms !== false}
            onClaim={setClaim}
          />
        ) : (
          <section className="card claim-done" aria-live="polite">
            <h1>{words.claimDone}</h1>
            <p>
              {words.claimNumber} <b>{claim}</b>
            </p>
            <p>{words.claimNext}</p>
          </section>
        )}
      </div>
    </PublicShell>
  )
}

function RegisterForm(props: {
  simulated: boolean
  possible: boolean
  onClaim: (number: string) => void
}) {
  const words = useSignInWords()
  const [filled, setFilled] = useState(EMPTY)
  const [phone, setPhone] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [codeId, setCodeId] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const register = async (claim: boolean) => {
    setBusy(true)
    setProblem(null)
    const { kind, contactName, identityType, identityNumber, name } = filled
    try {
      const made = await call(REGISTER, {
        body: {
          codeId,
          code,
          name,
          identityType,
          identityNumber,
          contactName: kind === 'company' ? contactName : null,
          password,
          claim,
        },
      })
      if (made.claim) return props.onClaim(made.claim.number)
      if (made.me) rememberVisitor(made.me)
      window.location.assign('/my')
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  const taken = problem?.code === 'identity-already-registered'
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        void register(false)
      }}
    >
      <h1>{words.registerTitle}</h1>
      <p className="soft">{props.possible ? words.registerHelp : words.noSms}</p>
      <RegisterFields filled={filled} onChange={setFilled} />
      <TextField
        name="phone"
        label={words.phone}
        help={words.phoneHelp}
        type="tel"
        complete="tel"
        inputMode="tel"
        value={phone}
        most={20}
        onChange={setPhone}
      />
      <CodeField
        label={words.code}
        code={code}
        onCode={setCode}
        onSent={setCodeId}
        ask={async () => await call(REGISTRATION_CODE, { body: { phone } })}
        disabled={!props.possible || phone.trim() === ''}
        simulated={props.simulated}
      />
      <TextField
        name="password"
        label={words.newPassword}
        help={words.passwordRules}
        type="password"
        complete="new-password"
        least={10}
        most={256}
        value={password}
        onChange={setPassword}
      />
      {problem && !taken && <ProblemNote problem={problem} kept={words.kept} />}
      {taken && <Taken busy={busy} onClaim={() => void register(true)} />}
      <button type="submit" className="btn main" disabled={busy || codeId === ''}>
        {busy ? words.creating : words.createAccount}
      </button>
      <p className="soft small">{words.privacy}</p>
      <p>
        <a href="/sign-in">{words.haveAccount}</a>
      </p>
    </form>
  )
}

function Taken(props: { busy: boolean; onClaim: () => void }) {
  const words = useSignInWords()
  return (
    <div className="banner" role="alert">
      <div>
        <b>{words.claimTitle}</b>
        <p>{words.claimText}</p>
        <p className="choices">
          <a className="btn" href="/forgot">
            {words.forgot}
          </a>
          <button type="button" className="btn quiet" disabled={props.busy} onClick={props.onClaim}>
            {words.claim}
          </button>
        </p>
      </div>
    </div>
  )
}
