import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { Link } from 'react-router'
import { findingsQuery } from '../../api/queries.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

const KIND_NAME = { 'off-system': '单独收件、受理', 'commitment-broken': '承诺不实' } as const

/** Departments that tried to receive or accept by themselves, and commitments that a check found untrue. */
export function FindingList() {
  const { data, error, isFetching, refetch } = useQuery(findingsQuery())
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return (
    <Table
      size="small"
      rowKey="findingId"
      loading={isFetching && !data}
      dataSource={data?.rows}
      pagination={false}
      locale={{
        emptyText: (
          <EmptyNote title="没有监督发现">
            部门账号尝试收件或者受理时会被拒绝并记在这里；事后核查不实的承诺也记在这里。
          </EmptyNote>
        ),
      }}
      columns={[
        { title: '时间', dataIndex: 'at', width: 150, render: (at: string) => longMinute(at) },
        {
          title: '发现',
          dataIndex: 'kind',
          width: 120,
          render: (kind: keyof typeof KIND_NAME) => KIND_NAME[kind],
        },
        { title: '单位', dataIndex: 'organisationName', width: 160 },
        { title: '岗位', dataIndex: 'roleName', width: 120 },
        { title: '人员', dataIndex: 'byName', width: 120 },
        { title: '步骤', dataIndex: 'operation', width: 110 },
        { title: '事实', dataIndex: 'sentence' },
        {
          title: '办件',
          dataIndex: 'applicationId',
          width: 80,
          render: (id: string | null) =>
            id === null ? '' : <Link to={`/applications/${id}`}>查看</Link>,
        },
      ]}
    />
  )
}
