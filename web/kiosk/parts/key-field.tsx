import { useId } from 'react'
import { usePartWords } from './words.ts'

const DIGITS = '1234567890'.split('')
const LETTERS = 'QWERTYUIOPASDFGHJKLZXCVBNM'.split('')
const KEYS = {
  digits: DIGITS,
  identity: [...DIGITS, 'X'],
  number: [...DIGITS, '-'],
  code: [...DIGITS, ...LETTERS],
  letters: LETTERS,
} as const

/** A field with its own keys below: a kiosk has no keyboard, and its own one may be hidden. */
export function KeyField(props: {
  label: string
  value: string
  keys: keyof typeof KEYS
  most: number
  help?: string | undefined
  /** Shown as dots. */
  secret?: boolean
  onChange: (value: string) => void
}) {
  const words = usePartWords()
  const id = useId()
  const { label, value, keys, most, help, onChange } = props
  return (
    <div className={`key-field ${keys}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={props.secret ? 'password' : 'text'}
        inputMode="none"
        value={value}
        maxLength={most}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && <small id={`${id}-help`}>{help}</small>}
      <div className="keys" role="group" aria-label={words.keysFor(label)}>
        {KEYS[keys].map((key) => (
          <button
            key={key}
            type="button"
            onClick={() => value.length < most && onChange(value + key)}
          >
            {key}
          </button>
        ))}
        <button type="button" aria-label={words.erase} onClick={() => onChange(value.slice(0, -1))}>
          ⌫
        </button>
        <button type="button" className="wide" onClick={() => onChange('')}>
          {words.clear}
        </button>
      </div>
    </div>
  )
}
