import { Table, type TableColumnsType } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { WorklistRow } from '../../../contract/applications.ts'
import { monthDay, remainingWords, shortMinute } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

const CARD_NAME = { none: '', warning: '预警', yellow: '黄牌', red: '红牌' } as const

const COLUMNS: TableColumnsType<WorklistRow> = [
  {
    title: '期限',
    dataIndex: 'remaining',
    width: 168,
    render: (remaining: number | null, { light, statusName }) => (
      <Lamp light={light}>{remainingWords(remaining) || statusName}</Lamp>
    ),
  },
  {
    title: '到期',
    dataIndex: 'dueOn',
    width: 138,
    render: (on: string | null, { dueName }) => (on ? `${dueName} ${monthDay(on)}` : dueName),
  },
  { title: '事项', dataIndex: 'itemName', ellipsis: true },
  { title: '申请人', dataIndex: 'applicantName', width: 230, ellipsis: true },
  { title: '办件编号', dataIndex: 'number', width: 188 },
  { title: '状态', dataIndex: 'statusName', width: 88 },
  { title: '收件', dataIndex: 'receivedAt', width: 118, render: (at: string) => shortMinute(at) },
  {
    title: '监察',
    dataIndex: 'card',
    width: 64,
    render: (card: WorklistRow['card']) =>
      card !== 'none' && (
        <span className={`tag ${card === 'red' ? 'red' : 'amber'}`}>{CARD_NAME[card]}</span>
      ),
  },
]

/** Rows to work on: J and K or the arrows move, Enter opens. */
export function DeskTable(props: {
  rows: readonly WorklistRow[] | undefined
  empty: ReactNode
  onOpen: (applicationId: string) => void
}) {
  const rows = props.rows ?? []
  const [activeId, setActiveId] = useState<string>()
  const found = rows.findIndex(({ applicationId }) => applicationId === activeId)
  const active = Math.max(found, 0)
  const move = (by: number) => setActiveId(rows[active + by]?.applicationId ?? activeId)
  const open = () => {
    const row = rows[active]
    if (row) props.onOpen(row.applicationId)
  }
  // A focused button or link keeps its own Enter, a form its submit.
  const enter = () => {
    const focused = document.activeElement
    const form = focused?.closest('form')
    if (form && focused instanceof HTMLInputElement) form.requestSubmit()
    else if (focused instanceof HTMLElement && focused.closest('button, a')) focused.click()
    else open()
  }
  useHotkeys({
    J: () => move(1),
    K: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: enter,
  })
  useEffect(() => {
    document.querySelector('.desk-row.on')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  const acts: TableColumnsType<WorklistRow>[number] = {
    title: '办理',
    key: 'act',
    width: 72,
    fixed: 'right',
    render: (_, { applicationId, number }) => (
      <button
        type="button"
        className="link"
        aria-label={`办理 ${number}`}
        onClick={() => props.onOpen(applicationId)}
      >
        办理
      </button>
    ),
  }
  return (
    <Table
      rowKey="applicationId"
      size="small"
      columns={[...COLUMNS, acts]}
      dataSource={[...rows]}
      loading={props.rows === undefined}
      pagination={false}
      scroll={{ x: 1240 }}
      rowClassName={(_, index) => `desk-row ${index === active ? 'on' : ''}`}
      onRow={({ applicationId }) => ({
        onClick: () => setActiveId(applicationId),
        onDoubleClick: () => props.onOpen(applicationId),
      })}
      locale={{ emptyText: props.rows === undefined ? ' ' : props.empty }}
    />
  )
}
