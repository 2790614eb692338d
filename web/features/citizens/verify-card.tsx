import { Button, Form } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { verifyCitizen } from '../../../contract/citizen-accounts.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { longMinute } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { Typed } from './citizens-page.tsx'
import { EvidenceFields, type Seen } from './evidence-fields.tsx'

type Account = z.output<typeof verifyCitizen.reply>

/** The account of the document; verified when person, original and account are one. */
export function VerifyCard(props: { account: Account; typed: Typed; onDone: () => void }) {
  const { account, typed } = props
  const { current, settle: settleId } = useCommandId()
  const [seen, setSeen] = useState<Seen>({
    name: '',
    evidence:
      typed.identityType === 'credit-code' ? 'business-licence-original' : 'id-card-original',
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const verify = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const params = { accountId: account.accountId }
      await call(verifyCitizen, { params, body: { commandId: current(), ...typed, ...seen } })
      settleId()
      props.onDone()
    } catch (error) {
      const failed = asApiProblem(error)
      settleId(failed)
      setProblem(failed)
    }
    setBusy(false)
  }
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">申请人账号</h2>
        <span className="sec">{account.assuranceName}</span>
      </div>
      <dl className="facts">
        <dt>账号姓名</dt>
        <dd>{account.name}</dd>
        <dt>手机</dt>
        <dd>{account.phone ?? '没有登记'}</dd>
        <dt>注册时间</dt>
        <dd>{account.registeredAt === null ? '—' : longMinute(account.registeredAt)}</dd>
      </dl>
      {account.assurance === 'L1' ? (
        <Form layout="vertical" className="act" onFinish={() => void verify()}>
          <p>
            请核对：人证一致，证件在有效期内，证件号码与上面查询的一致。核验后账号按证件上的姓名登记。
          </p>
          <EvidenceFields seen={seen} onChange={setSeen} />
          {problem && <ProblemNote problem={problem} />}
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={seen.name.trim() === ''}
          >
            核验通过
          </Button>
        </Form>
      ) : (
        <p className="sec">身份已经核验，不必再办。</p>
      )}
    </section>
  )
}
