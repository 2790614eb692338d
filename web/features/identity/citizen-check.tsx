import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { EVIDENCE, settleIdentityClaim, verifyCitizen } from '../../../contract/citizen-accounts.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { LookedUp } from './look-up-form.tsx'

type Evidence = keyof typeof EVIDENCE
const evidenceOf = ({ identityType }: LookedUp): Evidence =>
  identityType === 'id-card'
    ? 'id-card-original'
    : identityType === 'credit-code'
      ? 'business-licence-original'
      : 'other-identity-original'

/** Verifying an account with the original in hand, and settling who it belongs to. */
export function CitizenCheck({ found }: { found: LookedUp }) {
  const { account, claims } = found.citizen
  return (
    <section aria-label="账号">
      <h2 className="h">账号</h2>
      {account === null ? (
        <EmptyNote title="这个证件还没有注册账号">
          申请人可以在门户注册，也可以直接在窗口办理，不需要账号。
        </EmptyNote>
      ) : (
        <VerifyForm found={found} account={account} />
      )}
      {claims
        .filter(({ state }) => state === 'open')
        .map((claim) => (
          <ClaimForm key={claim.claimId} claim={claim} found={found} />
        ))}
    </section>
  )
}

type Account = NonNullable<LookedUp['citizen']['account']>
type Claim = LookedUp['citizen']['claims'][number]

function VerifyForm({ found, account }: { found: LookedUp; account: Account }) {
  const [commandId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [now, setNow] = useState(account)
  const { identityType, identityNumber } = found
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      call(verifyCitizen, {
        params: { accountId: account.accountId },
        body: { commandId, identityType, identityNumber, name, evidence: evidenceOf(found) },
      }),
    onSuccess: setNow,
  })
  return (
    <>
      <p>
        {now.name} {now.phone} · <b>{now.assuranceName}</b>
      </p>
      {now.assurance === 'L1' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!isPending) mutate()
          }}
        >
          <label>
            证件上的姓名或者名称
            <input
              value={name}
              maxLength={50}
              required
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <p className="sec">已查看：{EVIDENCE[evidenceOf(found)]}，并确认是本人（经办人）。</p>
          {error && <ProblemNote problem={asApiProblem(error)} kept="您填写的仍在。" />}
          <button type="submit" className="btn primary" disabled={isPending}>
            核验通过
          </button>
        </form>
      )}
    </>
  )
}

function ClaimForm({ claim, found }: { claim: Claim; found: LookedUp }) {
  const [commandId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [state, setState] = useState(claim.state)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (outcome: 'claimant' | 'holder') =>
      call(settleIdentityClaim, {
        params: { claimId: claim.claimId },
        body: { commandId, outcome, name, reason, evidence: evidenceOf(found) },
      }),
    onSuccess: (settled) => setState(settled.state),
  })
  const settle = (outcome: 'claimant' | 'holder') => () => {
    if (!isPending && name !== '' && reason !== '') mutate(outcome)
  }
  if (state !== 'open') return <p className="told quiet">申诉 {claim.number} 已处理。</p>
  return (
    <div className="told">
      <p>
        <b>证件号码重复注册的申诉 {claim.number}</b>：{claim.name} {claim.phone}，
        {longMinute(claim.madeAt)}提出。
      </p>
      <label>
        出示原件者的姓名
        <input value={name} maxLength={50} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        处理理由
        <input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </label>
      {error && <ProblemNote problem={asApiProblem(error)} kept="您填写的仍在。" />}
      <button type="button" className="btn" onClick={settle('claimant')}>
        原件属于申诉人
      </button>{' '}
      <button type="button" className="btn" onClick={settle('holder')}>
        原件属于现有账号
      </button>
    </div>
  )
}
