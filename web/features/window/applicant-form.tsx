import { Input, Radio, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import type { IdentityType } from '../../../domain/application/applicant.ts'
import { isBeingTyped, type ApplicantFaults } from './applicant-faults.ts'
import { ReadCard } from './read-card.tsx'
import { withKind, type IntakeDraft } from './intake-draft.ts'

const PERSON_IDENTITIES: { value: IdentityType; label: string }[] = [
  { value: 'id-card', label: '居民身份证' },
  { value: 'passport', label: '护照' },
  { value: 'hk-macao-permit', label: '港澳居民来往内地通行证' },
  { value: 'taiwan-permit', label: '台湾居民来往大陆通行证' },
]
const COMPANY_IDENTITIES: { value: IdentityType; label: string }[] = [
  { value: 'credit-code', label: '统一社会信用代码' },
]

type FormProps = {
  draft: IntakeDraft
  faults: ApplicantFaults
  renewable: boolean
  onChange: (change: (draft: IntakeDraft) => IntakeDraft) => void
}

/** One form for whoever applies, asked once. */
export function ApplicantForm({ draft, faults, renewable, onChange }: FormProps) {
  const company = draft.kind === 'company'
  const set = (field: keyof IntakeDraft) => (value: string) =>
    onChange((before) => ({ ...before, [field]: value }))
  return (
    <div className="applicant-form">
      <fieldset>
        <legend>申请人</legend>
        <ReadCard draft={draft} onChange={onChange} />
        <Radio.Group
          className="wide"
          aria-label="申请人类型"
          value={draft.kind}
          onChange={(event) =>
            onChange((before) => withKind(before, event.target.value as IntakeDraft['kind']))
          }
          options={[
            { value: 'person', label: '个人' },
            { value: 'company', label: '企业或其他组织' },
          ]}
        />
        <TextField
          label={company ? '单位名称' : '姓名'}
          value={draft.name}
          fault={faults.name}
          required
          wide
          maxLength={100}
          hint="按证件如实填写，少数民族姓名的“·”和生僻字都可以录入"
          onChange={set('name')}
        />
        <Field label="证件类型" required>
          {(id) => (
            <Select
              id={id}
              value={draft.identityType}
              options={company ? COMPANY_IDENTITIES : PERSON_IDENTITIES}
              onChange={set('identityType')}
            />
          )}
        </Field>
        <IdentityField
          draft={draft}
          fault={faults.identityNumber}
          onChange={set('identityNumber')}
        />
        <TextField
          label="联系电话"
          value={draft.phone}
          fault={faults.phone}
          maxLength={30}
          onChange={set('phone')}
        />
        <TextField
          label="联系人"
          value={draft.contactName}
          maxLength={50}
          hint={company ? '到窗口办理的经办人' : '代办人；本人办理可不填'}
          onChange={set('contactName')}
        />
        <TextField
          label={company ? '住所' : '住址'}
          value={draft.address}
          wide
          maxLength={200}
          onChange={set('address')}
        />
      </fieldset>
      <fieldset>
        <legend>办理</legend>
        <Field label="收件方式">
          {(id) => (
            <Radio.Group
              id={id}
              aria-label="收件方式"
              value={draft.channel}
              onChange={(event) => set('channel')(event.target.value as string)}
              options={[
                { value: 'window', label: '窗口' },
                { value: 'post', label: '邮寄' },
              ]}
            />
          )}
        </Field>
        {renewable && (
          <TextField
            label="延续"
            value={draft.renews}
            maxLength={30}
            hint="原办件编号，新办不填"
            onChange={set('renews')}
          />
        )}
      </fieldset>
    </div>
  )
}

/** No scolding in mid-number: a short number is told when the field is left. */
function IdentityField(props: {
  draft: IntakeDraft
  fault: string | undefined
  onChange: (value: string) => void
}) {
  const [left, setLeft] = useState(false)
  const { identityNumber } = props.draft
  const shown = left || !isBeingTyped(props.draft) ? props.fault : undefined
  const good = props.fault === undefined && identityNumber !== '' && !isBeingTyped(props.draft)
  return (
    <Field label="证件号码" required fault={shown}>
      {(id) => (
        <Input
          id={id}
          value={identityNumber}
          maxLength={40}
          status={shown ? 'error' : ''}
          aria-invalid={shown !== undefined}
          suffix={good ? <span className="good">校验通过</span> : <span />}
          autoComplete="off"
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
          onChange={(event) => props.onChange(event.target.value.replace(/\s/g, '').toUpperCase())}
        />
      )}
    </Field>
  )
}

function TextField(props: {
  label: string
  value: string
  fault?: string | undefined
  hint?: string
  required?: boolean
  wide?: boolean
  maxLength: number
  onChange: (value: string) => void
}) {
  const { label, value, fault, hint, maxLength } = props
  return (
    <Field label={label} fault={fault} required={props.required} wide={props.wide}>
      {(id) => (
        <Input
          id={id}
          value={value}
          maxLength={maxLength}
          placeholder={hint ?? ''}
          status={fault ? 'error' : ''}
          aria-invalid={fault !== undefined}
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function Field(props: {
  label: string
  fault?: string | undefined
  required?: boolean | undefined
  wide?: boolean | undefined
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className={props.required ? 'required' : ''}>
        {props.label}
      </label>
      <div className={props.wide ? 'wide' : ''}>
        {props.children(id)}
        {props.fault && (
          <span className="fault" role="alert">
            {props.fault}
          </span>
        )}
      </div>
    </>
  )
}
