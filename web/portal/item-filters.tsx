import type { ItemRow } from '../../contract/catalogue.ts'

export type ItemFilter = {
  readonly typed: string
  readonly department: string
  readonly mark: '' | 'devolved' | 'suspended' | '×'
}

const MARKS = [
  { mark: '', name: '全部' },
  { mark: 'devolved', name: '已下放' },
  { mark: 'suspended', name: '暂停' },
  { mark: '×', name: '标 ×' },
] as const

export function ItemFilters(props: {
  items: readonly ItemRow[]
  filter: ItemFilter
  onChange: (filter: ItemFilter) => void
}) {
  const { filter, onChange } = props
  const departments = new Map(props.items.map((item) => [item.departmentId, item.departmentName]))
  return (
    <form className="card item-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>查找</span>
        <input
          type="search"
          value={filter.typed}
          onChange={(event) => onChange({ ...filter, typed: event.target.value })}
          placeholder="事项名称、拼音首字母、序号"
          autoComplete="off"
          maxLength={60}
        />
      </label>
      <label>
        <span>部门</span>
        <select
          value={filter.department}
          onChange={(event) => onChange({ ...filter, department: event.target.value })}
        >
          <option value="">全部部门</option>
          {[...departments].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>标记</legend>
        {MARKS.map(({ mark, name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={filter.mark === mark}
            onClick={() => onChange({ ...filter, mark })}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
