import type { ItemsReply } from '../load-items.ts'
import { useLanguage } from '../words/language.ts'
import type { ItemFilter } from './item-filter.ts'
import { headingName } from './item-name.tsx'
import { statusWord } from './status-word.ts'
import { useItemsWords } from './words.ts'

type Option = { readonly value: string; readonly name: string; readonly lang?: string }

export function ItemFilters(props: {
  list: ItemsReply
  filter: ItemFilter
  onChange: (filter: ItemFilter) => void
}) {
  const words = useItemsWords()
  const language = useLanguage()
  const { list, filter, onChange } = props
  const departments = new Map(list.items.map((item) => [item.departmentId, item.departmentName]))
  const statuses = [...new Set(list.items.map(({ status }) => status))]
  const marks: readonly Option[] = [
    { value: '', name: words.all },
    ...statuses
      .filter((one) => one !== 'active')
      .map((value) => ({ value, name: statusWord(value, words) })),
    { value: '×', name: words.cross },
  ]
  return (
    <form className="card item-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="typed">
        <span>{words.find}</span>
        <input
          type="search"
          value={filter.typed}
          onChange={(event) => onChange({ ...filter, typed: event.target.value })}
          placeholder={words.findHint}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
        />
      </label>
      <Choice
        name={words.department}
        value={filter.department}
        options={[
          { value: '', name: words.allDepartments },
          ...[...departments].map(([value, name]) => ({ value, name, lang: 'zh-CN' })),
        ]}
        onChange={(department) => onChange({ ...filter, department })}
      />
      <Choice
        name={words.audience}
        value={filter.audience}
        options={[
          { value: '', name: words.everyone },
          { value: 'person', name: words.person },
          { value: 'enterprise', name: words.enterprise },
        ]}
        onChange={(value) =>
          onChange({
            ...filter,
            audience: value === 'person' || value === 'enterprise' ? value : '',
          })
        }
      />
      <Choice
        name={words.topic}
        value={filter.topic}
        options={[
          { value: '', name: words.allTopics },
          ...list.topics.map((one) => ({ value: one.id, name: headingName(one, language) })),
        ]}
        onChange={(topic) => onChange({ ...filter, topic })}
      />
      <Choice
        name={words.event}
        value={filter.event}
        options={[
          { value: '', name: words.allEvents },
          ...list.lifeEvents.map((one) => ({ value: one.id, name: headingName(one, language) })),
        ]}
        onChange={(event) => onChange({ ...filter, event })}
      />
      <fieldset>
        <legend>{words.mark}</legend>
        {marks.map(({ value, name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={filter.mark === value}
            onClick={() => onChange({ ...filter, mark: value as ItemFilter['mark'] })}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

function Choice(props: {
  name: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}) {
  return (
    <label>
      <span>{props.name}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(({ value, name, lang }) => (
          <option key={value} value={value} {...(lang ? { lang } : {})}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
