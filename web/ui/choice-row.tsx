/** One of a few, all in sight, in a short form. */
export function ChoiceRow<Choice extends string>(props: {
  label: string
  /** Of the group, unlike any other on the page. */
  name: string
  choices: readonly Choice[]
  nameOf: Readonly<Record<Choice, string>>
  value: Choice | null
  onChange: (value: Choice) => void
}) {
  const { label, name, choices, nameOf, value, onChange } = props
  return (
    <div className="row tall" role="radiogroup" aria-label={label}>
      <span>{label}</span>
      <span className="choices">
        {choices.map((one) => (
          <label key={one}>
            <input
              className="text"
              type="radio"
              name={name}
              checked={one === value}
              onChange={() => onChange(one)}
            />
            {nameOf[one]}
          </label>
        ))}
      </span>
    </div>
  )
}
