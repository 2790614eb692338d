import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import type { z } from 'zod'
import type { listSealModes } from '../../../contract/catalogue.ts'
import { meQuery, sealModesQuery } from '../../api/queries.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RecordModeDialog } from './record-mode-dialog.tsx'
import { modeName, modeStanding } from './seal-mode-words.ts'
import { useWaiting } from './use-waiting.ts'

export type ModeRow = z.output<typeof listSealModes.reply>['modes'][number]

/** The annex marks some items × and does not say why: two people of the Bureau record how each is sealed. */
export function SealModes(props: {
  /** The item being recorded; null: none. */
  itemId: string | null
  onItem: (itemId: string | null) => void
}) {
  const { data, error, refetch } = useQuery(sealModesQuery())
  const me = useQuery(meQuery()).data
  const letters = useWaiting().rows ?? []
  const open = data?.modes.find(({ itemId }) => itemId === props.itemId)
  const waitingFor = (itemId: string) => letters.filter((row) => row.itemId === itemId).length
  // What holds up a letter stands first, then what is half recorded.
  const urgency = (row: ModeRow) =>
    row.effective ? 2 : waitingFor(row.itemId) > 0 ? 0 : row.mode === null ? 1 : 0.5
  const rows = data?.modes.toSorted(
    (a, b) => urgency(a) - urgency(b) || (a.annexNumber ?? 0) - (b.annexNumber ?? 0),
  )
  return (
    <div className="seal-sheet">
      {error && !data && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={10} />}
      {rows && me && (
        <section className="panel">
          <div className="ph">
            <h2 className="h">× 事项用印方式</h2>
            <span className="sec">
              清单给 {rows.length}{' '}
              项标了“×”，没有写明含义。由本局两名印章管理员分别登记同一方式和同一文号后生效，
              生效前不能盖章。已生效 {rows.filter(({ effective }) => effective).length} 项
            </span>
          </div>
          <Table
            rowKey="itemId"
            size="small"
            columns={columnsOf(me.name, waitingFor, props.onItem)}
            dataSource={rows}
            pagination={false}
            locale={{ emptyText: <EmptyNote title="清单没有标 × 的事项" /> }}
          />
        </section>
      )}
      {open && me && (
        <RecordModeDialog row={open} myName={me.name} onClose={() => props.onItem(null)} />
      )}
    </div>
  )
}

function columnsOf(
  myName: string,
  waitingFor: (itemId: string) => number,
  onItem: (itemId: string) => void,
): TableColumnsType<ModeRow> {
  return [
    { title: '清单号', dataIndex: 'annexNumber', width: 72 },
    {
      title: '事项',
      dataIndex: 'name',
      render: (name: string, { itemId, effective }) => (
        <>
          {name}
          {!effective && waitingFor(itemId) > 0 && (
            <span className="tag amber held">{waitingFor(itemId)} 份函在等</span>
          )}
        </>
      ),
    },
    {
      title: '用印方式',
      dataIndex: 'mode',
      width: 168,
      render: (mode: string | null) =>
        mode === null ? <span className="sec">未登记</span> : modeName(mode),
    },
    { title: '文号', dataIndex: 'document', width: 220 },
    {
      title: '登记人',
      dataIndex: 'confirmedBy',
      width: 140,
      render: (people: readonly string[]) => people.join('、'),
    },
    {
      title: '状态',
      key: 'standing',
      width: 252,
      render: (_, row) => {
        const { words, light } = modeStanding(row, myName)
        return <Lamp light={light}>{words}</Lamp>
      },
    },
    {
      title: '办理',
      key: 'act',
      width: 88,
      render: (_, row) => {
        const { act } = modeStanding(row, myName)
        return (
          act && (
            <button
              type="button"
              className="link"
              aria-label={`${act}：${row.name}`}
              onClick={() => onItem(row.itemId)}
            >
              {act}
            </button>
          )
        )
      },
    },
  ]
}
