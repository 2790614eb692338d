import { Input } from 'antd'
import { LegalDocument } from '../../../contract/item-schema.ts'

/** The document that a change of the list rests on: name, number, day of issue. */
export function DocumentFields(props: {
  value: LegalDocument
  readOnly?: boolean
  onChange: (document: LegalDocument) => void
}) {
  const { value, onChange } = props
  const readOnly = props.readOnly === true
  return (
    <>
      <label className="row">
        <span>依据文件</span>
        <Input
          value={value.name}
          maxLength={200}
          readOnly={readOnly}
          placeholder="文件名称，不加书名号"
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </label>
      <label className="row">
        <span>文号</span>
        <Input
          value={value.number}
          maxLength={100}
          readOnly={readOnly}
          placeholder="例如：阿府发〔2026〕1号"
          onChange={(event) => onChange({ ...value, number: event.target.value })}
        />
      </label>
      <label className="row">
        <span>印发日期</span>
        <Input
          type="date"
          value={value.issuedOn}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...value, issuedOn: event.target.value })}
        />
      </label>
    </>
  )
}

export function isDocument(document: LegalDocument): boolean {
  return LegalDocument.safeParse(document).success
}
