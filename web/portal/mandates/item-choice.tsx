import { useState } from 'react'
import type { ItemRow } from '../../../contract/catalogue.ts'
import { Choices } from './mandate-fields.tsx'
import { useMandateWords } from './words.ts'

const SHOWN = 8

/** Every item, or those looked up by name or initials. */
export function ItemChoice(props: {
  items: readonly ItemRow[]
  chosen: readonly string[] | null
  onChange: (chosen: readonly string[] | null) => void
}) {
  const words = useMandateWords()
  const { items, chosen, onChange } = props
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const found = items.filter(
    ({ itemId, name, pinyinInitials }) =>
      chosen?.includes(itemId) ||
      (wanted !== '' && (name.includes(wanted) || pinyinInitials.includes(wanted))),
  )
  return (
    <>
      <Choices
        legend={words.scope}
        kind="radio"
        choices={[
          { value: 'every', label: words.everyItem },
          { value: 'some', label: words.chosenItems },
        ]}
        chosen={[chosen === null ? 'every' : 'some']}
        onToggle={(value) => onChange(value === 'every' ? null : (chosen ?? []))}
      />
      {chosen !== null && (
        <>
          <div className="form-field">
            <label htmlFor="mandate-item">{words.findItem}</label>
            <input
              id="mandate-item"
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {found.length > 0 && (
            <Choices
              legend={words.chosenItems}
              kind="checkbox"
              choices={found
                .slice(0, SHOWN + chosen.length)
                .map(({ itemId, name }) => ({ value: itemId, label: name }))}
              chosen={chosen}
              onToggle={(itemId) =>
                onChange(
                  chosen.includes(itemId)
                    ? chosen.filter((one) => one !== itemId)
                    : [...chosen, itemId],
                )
              }
            />
          )}
        </>
      )}
    </>
  )
}
