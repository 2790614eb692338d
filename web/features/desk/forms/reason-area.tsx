import { Input } from 'antd'
import type { Draft } from '../../../ui/use-draft.ts'

/** A reason or an opinion: kept over a reload, counted where the law wants a length. */
export function ReasonArea(props: {
  label: string
  draft: Draft<string>
  hint?: string
  least?: number
  rows?: number
  max?: number
}) {
  const { label, draft, hint, least, rows, max } = props
  const written = Array.from(draft.value.trim()).length
  return (
    <label className="reason">
      <span>
        {label}
        {least !== undefined && (
          <i className={written < least ? 'short' : ''} role="status">
            {written} / 至少 {least} 字
          </i>
        )}
      </span>
      <Input.TextArea
        aria-label={label}
        rows={rows ?? 3}
        maxLength={max ?? 2000}
        placeholder={hint ?? ''}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
      />
    </label>
  )
}
