import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { WorklistRow } from '../../contract/applications.ts'
import { monthDay, remainingShort, shortMinute } from './dates.ts'
import { Pager } from './pager.tsx'
import { Lamp } from './lamp.tsx'
import './application-table.css'

type Row = z.output<typeof WorklistRow>
export type Paging = {
  /** Cursor of the page after this one; null on the last. */
  readonly next: string | null
  /** Cursors of the pages opened so far: the last is this page's. */
  readonly cursors: readonly string[]
  readonly onCursors: (cursors: readonly string[]) => void
}

const LIGHT_NAME = {
  green: '正常',
  amber: '预警',
  red: '超期',
  paused: '暂停',
  none: '不计时',
} as const
const CARD_NAME = { none: '', warning: '预警', yellow: '黄牌', red: '红牌' } as const

const COLUMNS: TableColumnsType<Row> = [
  {
    title: '办件编号',
    dataIndex: 'number',
    width: 200,
    render: (number: string, { applicationId }) => (
      <Link to={`/applications/${applicationId}`}>{number}</Link>
    ),
  },
  { title: '事项', dataIndex: 'itemName' },
  { title: '申请人', dataIndex: 'applicantName', width: 200 },
  { title: '部门', dataIndex: 'departmentName', width: 140 },
  { title: '状态', dataIndex: 'statusName', width: 92 },
  { title: '收件', dataIndex: 'receivedAt', width: 124, render: (at: string) => shortMinute(at) },
  {
    title: '期限',
    dataIndex: 'dueOn',
    width: 168,
    render: (on: string | null, { dueName }) => (on ? `${dueName} ${monthDay(on)}` : dueName),
  },
  {
    title: '灯',
    dataIndex: 'light',
    width: 132,
    render: (light: Row['light'], { remaining }) => (
      <Lamp light={light}>{lampWords(light, remaining)}</Lamp>
    ),
  },
  {
    title: '监察',
    dataIndex: 'card',
    width: 72,
    render: (card: Row['card']) =>
      card === 'none' ? (
        ''
      ) : (
        <span className={`tag ${card === 'red' ? 'red' : 'amber'}`}>{CARD_NAME[card]}</span>
      ),
  },
]

function lampWords(light: Row['light'], remaining: number | null): string {
  const left = remainingShort(remaining)
  return light === 'none' && left !== '' ? left : `${LIGHT_NAME[light]} ${left}`.trim()
}

/** Applications as a table: a click or Enter on a number opens its page. */
export function ApplicationTable(props: {
  rows: readonly Row[] | undefined
  loading: boolean
  empty: ReactNode
  paging: Paging
}) {
  const { next, cursors, onCursors } = props.paging
  return (
    <section className="panel application-table">
      <Table
        rowKey="applicationId"
        size="small"
        columns={COLUMNS}
        dataSource={[...(props.rows ?? [])]}
        loading={props.loading && props.rows === undefined}
        pagination={false}
        scroll={{ x: 1240 }}
        locale={{ emptyText: props.loading ? ' ' : props.empty }}
      />
      <Pager next={next} cursors={cursors} onCursors={onCursors} />
    </section>
  )
}
