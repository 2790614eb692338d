import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { settleIdentityClaim } from '../../../contract/citizen-accounts.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { longMinute } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { EvidenceFields, type Seen } from './evidence-fields.tsx'

type Claim = z.output<typeof settleIdentityClaim.reply>
type Outcome = 'claimant' | 'holder'

const STATE: Readonly<Record<Claim['state'], string>> = {
  open: '待处理',
  claimant: '已处理：归申诉人，原账号已停用',
  holder: '已处理：归原账号',
}

/** Two people under one identity: whoever shows the original has it. */
export function ClaimCard({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">证件号码重复注册申诉 {claim.number}</h2>
        <span className="sec">{STATE[claim.state]}</span>
      </div>
      <dl className="facts">
        <dt>申诉人</dt>
        <dd>{claim.name}</dd>
        <dt>手机</dt>
        <dd>{claim.phone}</dd>
        <dt>提出时间</dt>
        <dd>{longMinute(claim.madeAt)}</dd>
      </dl>
      {claim.state === 'open' && <Settle claimId={claim.claimId} onDone={onDone} />}
    </section>
  )
}

function Settle({ claimId, onDone }: { claimId: string; onDone: () => void }) {
  const { current, settle: settleId } = useCommandId()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [seen, setSeen] = useState<Seen>({ name: '', evidence: 'id-card-original' })
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const settle = async () => {
    if (outcome === null) return
    setBusy(true)
    setProblem(null)
    try {
      const body = { commandId: current(), outcome, reason, ...seen }
      await call(settleIdentityClaim, { params: { claimId }, body })
      settleId()
      onDone()
    } catch (error) {
      const failed = asApiProblem(error)
      settleId(failed)
      setProblem(failed)
    }
    setBusy(false)
  }
  const missing = outcome === null || seen.name.trim() === '' || reason.trim() === ''
  return (
    <Form layout="vertical" className="act" onFinish={() => void settle()}>
      <Form.Item label="持证件原件到窗口的是">
        <Radio.Group
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as Outcome)}
          options={[
            { value: 'claimant', label: '申诉人（新账号归其本人，原账号停用）' },
            { value: 'holder', label: '原账号的持有人（原账号保留并核验）' },
          ]}
        />
      </Form.Item>
      <EvidenceFields seen={seen} onChange={setSeen} />
      <Form.Item label="核验情况">
        <Input.TextArea
          rows={2}
          value={reason}
          maxLength={200}
          aria-label="核验情况"
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      {problem && <ProblemNote problem={problem} kept="您填写的内容仍在上面。" />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={missing}>
        确认处理
      </Button>
    </Form>
  )
}
