export type Choice = {
  readonly id: string
  readonly name: string
  readonly beside?: string | undefined
  readonly closed?: boolean
  /** Chinese of the record on a page of another language. */
  readonly lang?: string | undefined
}

/** One of a few, each as large as a hand. */
export function Choices(props: {
  label: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
}) {
  return (
    <ul className="kiosk-choices" aria-label={props.label}>
      {props.choices.map(({ id, name, beside, closed, lang }) => (
        <li key={id}>
          <button type="button" disabled={closed} onClick={() => props.onChoose(id)}>
            <b lang={lang}>{name}</b>
            {beside !== undefined && <span>{beside}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
