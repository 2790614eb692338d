import { Form, Input, Select } from 'antd'
import { EVIDENCE } from '../../../contract/citizen-accounts.ts'

export type EvidenceName = keyof typeof EVIDENCE
export type Seen = { readonly name: string; readonly evidence: EvidenceName }

const OPTIONS = Object.entries(EVIDENCE).map(([value, label]) => ({ value, label }))

/** What the clerk read on the original. */
export function EvidenceFields(props: { seen: Seen; onChange: (seen: Seen) => void }) {
  const { seen, onChange } = props
  return (
    <>
      <Form.Item label="证件上的姓名或者名称">
        <Input
          value={seen.name}
          maxLength={50}
          aria-label="证件上的姓名或者名称"
          onChange={(event) => onChange({ ...seen, name: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="已核对的原件">
        <Select
          value={seen.evidence}
          options={OPTIONS}
          aria-label="已核对的原件"
          onChange={(evidence) => onChange({ ...seen, evidence })}
        />
      </Form.Item>
    </>
  )
}
