import { Link } from 'react-router'
import { TextPart } from '../fields/text-part.tsx'
import { usePart } from './draft-context.tsx'

/** The form that asks the facts, and the way to its design. */
export function FormLink({ itemId }: { itemId: string }) {
  const [formId] = usePart<string | null>('formId')
  return (
    <>
      <TextPart
        path="formId"
        label="申请表单"
        max={64}
        nullable
        placeholder="没有表单就不填；例如 food-licence"
        hint="表单的标识：小写字母、数字和连字符。"
      />
      {formId !== null && /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(formId) && (
        <p className="form-link">
          <Link to={`/catalogue/${itemId}/form/${formId}`}>打开表单设计：{formId}</Link>
        </p>
      )}
    </>
  )
}
