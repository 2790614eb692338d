import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { lookUpCitizen } from '../../../contract/citizen-accounts.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { ClaimCard } from './claim-card.tsx'
import { VerifyCard } from './verify-card.tsx'
import './citizens.css'

export type Typed = {
  readonly identityType:
    | 'id-card'
    | 'credit-code'
    | 'passport'
    | 'hk-macao-permit'
    | 'taiwan-permit'
  readonly identityNumber: string
}
type Found = z.output<typeof lookUpCitizen.reply>

const TYPES = [
  { value: 'id-card', label: '居民身份证' },
  { value: 'credit-code', label: '统一社会信用代码' },
  { value: 'passport', label: '护照' },
  { value: 'hk-macao-permit', label: '港澳居民通行证、居住证' },
  { value: 'taiwan-permit', label: '台湾居民通行证、居住证' },
]
const FIRST: Typed = { identityType: 'id-card', identityNumber: '' }

/** With the original on the counter: find the account, verify it, or settle whose it is. */
export function CitizensPage() {
  const [typed, setTyped] = useState(FIRST)
  const [found, setFound] = useState<Found | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const look = async () => {
    setBusy(true)
    setProblem(null)
    try {
      setFound(await call(lookUpCitizen, { body: typed }))
    } catch (error) {
      setFound(null)
      setProblem(asApiProblem(error))
    }
    setBusy(false)
  }
  return (
    <StaffShell place="身份核验">
      <div className="citizens">
        <section className="panel">
          <div className="ph">
            <h2 className="h">按证件查申请人账号</h2>
            <span className="sec">证件原件在柜台上时使用；每次查询都会留痕</span>
          </div>
          <Form layout="inline" className="look" onFinish={() => void look()}>
            <Form.Item label="证件类型">
              <Select
                value={typed.identityType}
                options={TYPES}
                onChange={(identityType) => setTyped({ ...typed, identityType })}
                aria-label="证件类型"
              />
            </Form.Item>
            <Form.Item label="证件号码">
              <Input
                value={typed.identityNumber}
                maxLength={30}
                allowClear
                autoFocus
                aria-label="证件号码"
                onChange={(event) => setTyped({ ...typed, identityNumber: event.target.value })}
              />
            </Form.Item>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={typed.identityNumber.trim() === ''}
            >
              查询
            </Button>
          </Form>
          {problem && <ProblemNote problem={problem} />}
        </section>
        {found && <Results found={found} typed={typed} onDone={() => void look()} />}
      </div>
    </StaffShell>
  )
}

function Results(props: { found: Found; typed: Typed; onDone: () => void }) {
  const { account, claims } = props.found
  return (
    <>
      {account === null ? (
        <section className="panel">
          <EmptyNote title="这个证件号码还没有账号">
            请申请人在门户网站“注册申请人账号”，注册后再来核验。
          </EmptyNote>
        </section>
      ) : (
        <VerifyCard
          key={account.accountId}
          account={account}
          typed={props.typed}
          onDone={props.onDone}
        />
      )}
      {claims.map((claim) => (
        <ClaimCard key={claim.claimId} claim={claim} onDone={props.onDone} />
      ))}
    </>
  )
}
