import { useId } from 'react'

/** One labelled field with its help below, read out with it. */
export function TextField(props: {
  name: string
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'tel' | 'email'
  complete?: string
  help?: string
  least?: number
  most?: number
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
}) {
  const { name, label, value, type = 'text', complete = 'off', help, least, most = 64 } = props
  const helpId = useId()
  return (
    <div className="field">
      <label htmlFor={`${helpId}-input`}>{label}</label>
      <input
        id={`${helpId}-input`}
        name={name}
        type={type}
        value={value}
        autoComplete={complete}
        inputMode={props.inputMode}
        minLength={least}
        maxLength={most}
        required
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {help !== undefined && (
        <small id={helpId} className="soft">
          {help}
        </small>
      )}
    </div>
  )
}
