import { Table, type TableColumnsType } from 'antd'
import type { z } from 'zod'
import { Link } from 'react-router'
import type { DraftRow } from '../../../contract/catalogue-editing.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { draftLight, draftWords, KIND_WORDS } from './catalogue-words.ts'

type Row = z.output<typeof DraftRow>

/** Drafts being written or waiting; what waits for whoever looks stands first. */
export function DraftList({ drafts, role }: { drafts: readonly Row[]; role: string }) {
  const mine = (draft: Row) => waitsForRole(draft, role)
  const rows = drafts.toSorted(
    (a, b) => Number(mine(b)) - Number(mine(a)) || b.changedAt.localeCompare(a.changedAt),
  )
  return (
    <section className="panel">
      <Table
        rowKey="draftId"
        size="small"
        columns={[
          ...COLUMNS,
          {
            title: '办理',
            key: 'act',
            width: 110,
            fixed: 'right',
            render: (_, draft) => (
              <Link to={`/catalogue/${draft.itemId}/drafts/${draft.draftId}`}>
                {mine(draft) ? <b>去办理</b> : '查看'}
              </Link>
            ),
          },
        ]}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1000 }}
        locale={{
          emptyText: (
            <EmptyNote title="没有正在起草的内容">
              事项管理员在“事项”里打开一项，选“起草指南”或者“调整事项”。
            </EmptyNote>
          ),
        }}
      />
    </section>
  )
}

function waitsForRole({ state, waitsFor }: Row, role: string): boolean {
  if (role === 'catalogue-editor')
    return state === 'editing' || state === 'returned' || waitsFor.length === 0
  if (state !== 'submitted') return false
  if (role === 'catalogue-confirmer') return waitsFor.includes('bureau') || waitsFor.length === 0
  return waitsFor.includes('department') && ['decider', 'department-head'].includes(role)
}

const COLUMNS: TableColumnsType<Row> = [
  {
    title: '事项',
    dataIndex: 'itemName',
    render: (name: string, { itemId }) => <Link to={`/catalogue/${itemId}`}>{name}</Link>,
  },
  { title: '部门', dataIndex: 'departmentName', width: 150 },
  {
    title: '内容',
    dataIndex: 'kind',
    width: 110,
    render: (kind: Row['kind']) => KIND_WORDS[kind],
  },
  {
    title: '进度',
    key: 'state',
    width: 240,
    render: (_, draft) => <Lamp light={draftLight(draft)}>{draftWords(draft)}</Lamp>,
  },
  {
    title: '最近修改',
    dataIndex: 'changedAt',
    width: 250,
    render: (at: string, { changedBy }) => `${longMinute(at)} ${changedBy}`,
  },
]
