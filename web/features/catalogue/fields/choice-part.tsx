import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'

type Names = Readonly<Record<string, string>>

/** One of a few. */
export function ChoicePart(
  props: PartProps & { names: Names; nullable?: boolean; whenNull?: string },
) {
  const { value, set, readOnly } = useFramed<string | null>(props)
  return (
    <PartFrame {...props}>
      {(id, described) => (
        <select
          id={id}
          className="control"
          value={value ?? ''}
          disabled={readOnly}
          aria-describedby={described}
          onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
        >
          {props.nullable === true && <option value="">{props.whenNull ?? '没有'}</option>}
          {Object.entries(props.names).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      )}
    </PartFrame>
  )
}

/** Any of a few. */
export function ChoicesPart(props: PartProps & { names: Names }) {
  const { value, set, readOnly } = useFramed<readonly string[]>(props)
  return (
    <PartFrame {...props} wide>
      {(id) => (
        <div className="choices" id={id} role="group" aria-label={props.label}>
          {Object.entries(props.names).map(([name, label]) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={value.includes(name)}
                disabled={readOnly}
                onChange={() =>
                  set(value.includes(name) ? value.filter((one) => one !== name) : [...value, name])
                }
              />
              {label}
            </label>
          ))}
        </div>
      )}
    </PartFrame>
  )
}

/** Yes or no. */
export function YesPart(props: PartProps & { yes: string }) {
  const { value, set, readOnly } = useFramed<boolean>(props)
  return (
    <PartFrame {...props}>
      {(id, described) => (
        <label className="yes">
          <input
            id={id}
            type="checkbox"
            checked={value}
            disabled={readOnly}
            aria-describedby={described}
            onChange={(event) => set(event.target.checked)}
          />
          {props.yes}
        </label>
      )}
    </PartFrame>
  )
}
