import type { FieldValue } from '../../../domain/form/form-definition.ts'
import { fieldId } from './field-id.ts'
import { describedBy, FieldHelp, FieldTitle, type Choice, type FieldProps } from './field-parts.tsx'

type Props = FieldProps & {
  readonly choices: readonly Choice[]
  readonly kind: 'one' | 'many' | 'yes-no' | 'list'
}

export function ChoiceField(props: Props) {
  const { element, isWide, isRequired, fault, kind } = props
  const id = fieldId(element)
  if (kind === 'list')
    return (
      <div className="form-field">
        <label htmlFor={id}>
          <FieldTitle {...props} />
        </label>
        <FieldHelp {...props} />
        <List {...props} />
      </div>
    )
  return (
    <fieldset
      className={`form-field ${isWide || kind !== 'yes-no' ? 'wide-field' : ''}`}
      aria-describedby={describedBy(props)}
      {...(kind === 'many' ? {} : { role: 'radiogroup', 'aria-required': isRequired })}
      {...(fault === undefined ? {} : { 'data-faulty': true })}
    >
      <legend>
        <FieldTitle {...props} />
        {kind === 'many' && <small className="form-optional">{props.words.manyOf}</small>}
      </legend>
      <FieldHelp {...props} />
      <div className="form-choices">
        {props.choices.map((choice, index) => (
          <Option key={choice.value} {...props} choice={choice} isFirst={index === 0} />
        ))}
      </div>
    </fieldset>
  )
}

function List(props: Props) {
  const { element, choices, value, fault, isRequired, words, onChange } = props
  return (
    <select
      id={fieldId(element)}
      name={element}
      value={typeof value === 'string' ? value : ''}
      aria-required={isRequired}
      aria-invalid={fault !== undefined}
      aria-describedby={describedBy(props)}
      lang="zh-CN"
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{words.choose}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function Option(props: Props & { choice: Choice; isFirst: boolean }) {
  const { element, kind, choice, isFirst, value, onChange } = props
  const chosen = isChosen(value, choice.value)
  return (
    <label className={`form-option ${chosen ? 'on' : ''}`}>
      <input
        type={kind === 'many' ? 'checkbox' : 'radio'}
        {...(isFirst ? { id: fieldId(element) } : {})}
        name={element}
        value={choice.value}
        checked={chosen}
        onChange={() => onChange(chosenNow(props, choice.value))}
      />
      <span {...(kind === 'yes-no' ? {} : { lang: 'zh-CN' })}>{choice.label}</span>
    </label>
  )
}

function isChosen(value: FieldValue | undefined, choice: string): boolean {
  if (typeof value === 'boolean') return String(value) === choice
  return typeof value === 'object' ? value.includes(choice) : value === choice
}

function chosenNow({ kind, value, choices }: Props, choice: string): FieldValue | null {
  if (kind === 'yes-no') return choice === 'true'
  if (kind !== 'many') return choice
  const before = typeof value === 'object' ? value : []
  const after = before.includes(choice)
    ? before.filter((one) => one !== choice)
    : choices.map((one) => one.value).filter((one) => one === choice || before.includes(one))
  return after.length === 0 ? null : after
}
