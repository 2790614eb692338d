import { useQuery } from '@tanstack/react-query'
import type { ExportFilters } from '../../contract/exports.ts'
import { STATUS_NAME } from '../../domain/application/status-names.ts'
import { itemsQuery, meQuery, organisationsQuery } from '../api/queries.ts'

/** Nothing chosen is absent. */
export type ChosenFilters = { -readonly [Name in keyof ExportFilters]?: string }

type Option = readonly [value: string, name: string]
const STATUSES = Object.entries(STATUS_NAME).filter(([status]) => status !== 'not-lodged')

export function ExportFilterRows(props: {
  filters: ChosenFilters
  /** False: it is always the own department. */
  choosesDepartment: boolean
  onChange: (filters: ChosenFilters) => void
}) {
  const { filters, choosesDepartment } = props
  const me = useQuery(meQuery()).data
  const organisations = useQuery({ ...organisationsQuery(), enabled: choosesDepartment }).data
  const items = useQuery(itemsQuery()).data?.items ?? []
  const own = choosesDepartment ? filters.departmentId : me?.organisationId
  const choose = (name: keyof ExportFilters) => (value: string) => {
    const { [name]: _before, ...others } = filters
    props.onChange(value === '' ? others : { ...others, [name]: value })
  }
  return (
    <>
      <div className="row">
        <span>收件日期</span>
        <div className="days">
          <input
            type="date"
            className="text"
            aria-label="收件日期从"
            value={filters.receivedFrom ?? ''}
            max={filters.receivedTo}
            onChange={(event) => choose('receivedFrom')(event.target.value)}
          />
          至
          <input
            type="date"
            className="text"
            aria-label="收件日期至"
            value={filters.receivedTo ?? ''}
            min={filters.receivedFrom}
            onChange={(event) => choose('receivedTo')(event.target.value)}
          />
        </div>
      </div>
      {choosesDepartment && (
        <Choice
          label="部门"
          value={filters.departmentId}
          options={departmentsOf(organisations?.organisations ?? [])}
          onChoose={choose('departmentId')}
        />
      )}
      <Choice
        label="事项"
        value={filters.itemId}
        options={items
          .filter(({ departmentId }) => own === undefined || departmentId === own)
          .map(({ itemId, annexNumber, name }) => [itemId, `${annexNumber ?? ''} ${name}`])}
        onChoose={choose('itemId')}
      />
      <Choice label="状态" value={filters.status} options={STATUSES} onChoose={choose('status')} />
    </>
  )
}

function Choice(props: {
  label: string
  value: string | undefined
  options: readonly Option[]
  onChoose: (value: string) => void
}) {
  return (
    <label className="row">
      <span>{props.label}</span>
      <select
        className="text"
        value={props.value ?? ''}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        <option value="">全部</option>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function departmentsOf(
  organisations: readonly { organisationId: string; shortName: string; body: string }[],
): Option[] {
  return organisations
    .filter(({ body }) => body === 'department')
    .map(({ organisationId, shortName }) => [organisationId, shortName])
}
