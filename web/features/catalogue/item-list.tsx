import { useQuery } from '@tanstack/react-query'
import { Input, Select, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { STATUS_NAME } from '../../../domain/catalogue/versions/status-words.ts'
import { itemsQuery } from '../../api/queries.ts'
import { longDate } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import type { CatalogueRow } from './catalogue-queries.ts'
import { draftLight, draftWords, KIND_WORDS, STATUS_LIGHTS } from './catalogue-words.ts'
import { lacksSomething, matches, NO_FILTER, type ItemFilter } from './item-filter.ts'
import { CONFIRMATION_NAMES } from './part-words.ts'
import { useLintCounts, type Lacking } from './use-lint-counts.ts'

type Lackings = ReadonlyMap<string, Lacking>

/** Every item of the list: what is in force, what comes, what is being written, and what it still lacks. */
export function ItemList({ items }: { items: readonly CatalogueRow[] }) {
  const hasOwn = items.some(({ mine }) => mine)
  const [filter, setFilter] = useState<ItemFilter>({ ...NO_FILTER, mine: hasOwn })
  const listed = useQuery(itemsQuery()).data?.items
  const initials = useMemo(
    () => new Map(listed?.map(({ itemId, pinyinInitials }) => [itemId, pinyinInitials])),
    [listed],
  )
  const departments = [
    ...new Map(items.map(({ departmentId, departmentName }) => [departmentId, departmentName])),
  ].map(([value, label]) => ({ value, label }))
  const found = items.filter((item) => matches(item, filter, initials.get(item.itemId) ?? ''))
  const lacking = useLintCounts(found)
  const shown =
    filter.standing === 'lacking'
      ? found.filter(({ itemId }) => lacksSomething(lacking.get(itemId)))
      : found
  const set = (change: Partial<ItemFilter>) => setFilter({ ...filter, ...change })
  return (
    <section className="panel">
      <div className="catalogue-tools" role="search">
        <Input
          value={filter.text}
          onChange={(event) => set({ text: event.target.value })}
          placeholder="名称、拼音首字母、清单号"
          aria-label="查找事项"
          allowClear
          autoFocus
        />
        <Select
          value={filter.departmentId}
          onChange={(departmentId: string | undefined) =>
            set({ departmentId: departmentId ?? null })
          }
          placeholder="全部部门"
          aria-label="部门"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={departments}
        />
        <Select
          value={filter.status}
          onChange={(status: ItemFilter['status'] | undefined) => set({ status: status ?? null })}
          placeholder="全部状态"
          aria-label="状态"
          allowClear
          options={Object.entries(STATUS_NAME).map(([value, label]) => ({
            value: value as keyof typeof STATUS_NAME,
            label,
          }))}
        />
        <Select
          value={filter.standing}
          onChange={(standing: ItemFilter['standing'] | undefined) =>
            set({ standing: standing ?? null })
          }
          placeholder="全部进度"
          aria-label="进度"
          allowClear
          options={[
            { value: 'lacking', label: '指南还缺内容' },
            { value: 'drafted', label: '有草稿' },
            { value: 'scheduled', label: '有待生效的版本' },
          ]}
        />
        {hasOwn && (
          <label className="yes">
            <input
              type="checkbox"
              checked={filter.mine}
              onChange={(event) => set({ mine: event.target.checked })}
            />
            只看本部门
          </label>
        )}
        <button type="button" className="btn" onClick={() => setFilter(NO_FILTER)}>
          重置
        </button>
        <span className="sec x">
          {shown.length} / {items.length} 项
        </span>
      </div>
      <Table
        rowKey="itemId"
        size="small"
        columns={columnsOf(lacking)}
        dataSource={shown}
        scroll={{ x: 1180 }}
        pagination={{
          defaultPageSize: 20,
          pageSizeOptions: [10, 20, 50, 100],
          showSizeChanger: true,
        }}
        locale={{
          emptyText: (
            <EmptyNote title="没有符合条件的事项">换一个条件，或者按“重置”看全部事项。</EmptyNote>
          ),
        }}
      />
    </section>
  )
}

function columnsOf(lacking: Lackings): TableColumnsType<CatalogueRow> {
  return [
    { title: '清单号', dataIndex: 'annexNumber', width: 68 },
    {
      title: '事项',
      dataIndex: 'name',
      render: (name: string, { itemId }) => <Link to={`/catalogue/${itemId}`}>{name}</Link>,
    },
    { title: '部门', dataIndex: 'departmentName', width: 150 },
    {
      title: '状态',
      dataIndex: 'status',
      width: 100,
      render: (status: CatalogueRow['status']) => (
        <Lamp light={STATUS_LIGHTS[status]}>{STATUS_NAME[status]}</Lamp>
      ),
    },
    {
      title: '现行指南',
      key: 'guide',
      width: 180,
      render: (_, { guideVersion, confirmation }) =>
        guideVersion === null ? (
          <span className="sec">没有指南</span>
        ) : (
          <>
            第 {guideVersion} 版
            <small className="sec under">
              {confirmation === null ? '' : CONFIRMATION_NAMES[confirmation]}
            </small>
          </>
        ),
    },
    {
      title: '待生效',
      dataIndex: 'scheduled',
      width: 150,
      render: (scheduled: CatalogueRow['scheduled']) =>
        scheduled.map(({ kind, version, effectiveOn }) => (
          <span key={kind} className="under">
            {KIND_WORDS[kind]}第 {version} 版
            <small className="sec under">{longDate(effectiveOn)}起</small>
          </span>
        )),
    },
    {
      title: '草稿',
      dataIndex: 'drafts',
      width: 190,
      render: (drafts: CatalogueRow['drafts']) =>
        drafts.map((draft) => (
          <Link
            key={draft.draftId}
            className="under"
            to={`/catalogue/${draft.itemId}/drafts/${draft.draftId}`}
          >
            <Lamp light={draftLight(draft)}>
              {KIND_WORDS[draft.kind]}：{draftWords(draft)}
            </Lamp>
          </Link>
        )),
    },
    {
      title: '还缺',
      key: 'lacking',
      width: 190,
      render: (_, { itemId }) => <LackingWords lacking={lacking} itemId={itemId} />,
    },
  ]
}

function LackingWords({ lacking, itemId }: { lacking: Lackings; itemId: string }) {
  const found = lacking.get(itemId)
  if (found === undefined) return <span className="sec">—</span>
  const { errors, warnings, unconfirmed } = found
  if (errors + warnings + unconfirmed === 0) return <Lamp light="green">没有</Lamp>
  return (
    <span className="lacking">
      {errors > 0 && <span className="tag red">须改 {errors}</span>}
      {warnings > 0 && <span className="tag amber">核对 {warnings}</span>}
      {unconfirmed > 0 && <span className="tag">待确认 {unconfirmed}</span>}
    </span>
  )
}
