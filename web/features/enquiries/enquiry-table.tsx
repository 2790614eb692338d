import { Table } from 'antd'
import type { z } from 'zod'
import type { listEnquiries } from '../../../contract/enquiries.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import type { ListState } from './enquiry-queries.ts'

type Row = z.output<typeof listEnquiries.reply>['rows'][number]

export function EnquiryTable(props: {
  rows: readonly Row[]
  state: ListState
  loading: boolean
  chosen: string | null
  onChoose: (enquiryId: string) => void
}) {
  return (
    <Table<Row>
      size="small"
      rowKey="enquiryId"
      loading={props.loading}
      dataSource={[...props.rows]}
      pagination={false}
      rowClassName={({ enquiryId }) => (enquiryId === props.chosen ? 'chosen' : '')}
      locale={{
        emptyText: (
          <EmptyNote title={props.state === 'open' ? '没有等待答复的' : '还没有答复过的'}>
            公众在门户“咨询和投诉”提出后，会出现在这里。
          </EmptyNote>
        ),
      }}
      columns={[
        {
          title: '标题',
          dataIndex: 'title',
          render: (title: string, { enquiryId, itemName }) => (
            <>
              <button type="button" className="link" onClick={() => props.onChoose(enquiryId)}>
                {title}
              </button>
              <div className="sec small">{itemName ?? '不针对某个事项'}</div>
            </>
          ),
        },
        { title: '提出', dataIndex: 'askedAt', width: 130, render: (at: string) => longMinute(at) },
        { title: '提问人', dataIndex: 'askerName', width: 80 },
        {
          title: '答复期限',
          dataIndex: 'dueOn',
          width: 150,
          render: (dueOn: string, row) => (
            <Lamp light={lightOf(row)}>
              {row.state === 'open' ? longDate(dueOn) : row.stateName}
              {row.overdue ? '，已超期' : ''}
            </Lamp>
          ),
        },
      ]}
    />
  )
}

function lightOf({ state, overdue }: Row): 'green' | 'amber' | 'red' {
  if (overdue) return 'red'
  return state === 'open' ? 'amber' : 'green'
}
