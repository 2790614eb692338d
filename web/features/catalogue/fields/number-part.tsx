import { useState } from 'react'
import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'
import { readNumber } from './read-number.ts'

/** A number with its unit. What is not a number stays in the field, and the draft keeps the last that was. */
export function NumberPart(
  props: PartProps & {
    unit: string
    max: number
    min?: number
    decimals?: boolean
    nullable?: boolean
    /** Stands in the empty field: what an absent number means. */
    whenNull?: string
  },
) {
  const { value, set, readOnly } = useFramed<number | null>(props)
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? null : readNumber(typed, props)
  const take = (text: string) => {
    const now = readNumber(text, props)
    setTyped(typeof now === 'string' ? text : null)
    if (typeof now !== 'string') set(now)
  }
  return (
    <PartFrame {...props}>
      {(id, described) => (
        <>
          <span className="with-unit">
            <input
              id={id}
              className="control number"
              inputMode="decimal"
              value={typed ?? (value === null ? '' : String(value))}
              placeholder={props.whenNull ?? ''}
              readOnly={readOnly}
              aria-describedby={described}
              aria-invalid={typeof read === 'string'}
              onChange={(event) => take(event.target.value)}
            />
            <span className="sec">{props.unit}</span>
          </span>
          {typeof read === 'string' && (
            <span className="fault" role="alert">
              {read}
            </span>
          )}
        </>
      )}
    </PartFrame>
  )
}
