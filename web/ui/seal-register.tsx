import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { SealRecordRow } from '../../contract/documents.ts'
import { sealRegisterQuery } from '../api/queries.ts'
import { longMinute } from './dates.ts'
import { certificatePdfAddress, DocumentViewer, type DocumentChoice } from './document-viewer.tsx'
import { EmptyNote } from './empty-note.tsx'
import { Pager } from './pager.tsx'
import { ProblemNote } from './problem-note.tsx'
import { shortHash } from './short-hash.ts'
import './seal-register.css'

type Row = z.output<typeof SealRecordRow>

/** Every use of a seal, newest first; nothing is ever taken out of it. `opens`: this person may open applications. */
export function SealRegister({ opens }: { opens: boolean }) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [shown, setShown] = useState<DocumentChoice | null>(null)
  const { data, error, isFetching, refetch } = useQuery(sealRegisterQuery(cursors.at(-1)))
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return (
    <>
      <section className="panel seal-register">
        <div className="ph">
          <h2 className="h">用印登记簿</h2>
          <span className="sec">最新的在前；只增不改，不能删除</span>
        </div>
        <Table
          rowKey="recordId"
          size="small"
          columns={columnsOf(opens, setShown)}
          dataSource={data?.rows ?? []}
          loading={isFetching && data === undefined}
          pagination={false}
          scroll={{ x: 1304 }}
          locale={{
            emptyText: data ? (
              <EmptyNote title="还没有用印记录">用印人每盖一次章，都会记在这里。</EmptyNote>
            ) : (
              ' '
            ),
          }}
        />
        <Pager next={data?.next ?? null} cursors={cursors} onCursors={setCursors} />
      </section>
      {shown && <DocumentViewer choice={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function columnsOf(
  opens: boolean,
  onShow: (choice: DocumentChoice) => void,
): TableColumnsType<Row> {
  const columns: TableColumnsType<Row> = [
    {
      title: '用印时间',
      dataIndex: 'at',
      width: 168,
      className: 'nowrap',
      render: (at: string) => longMinute(at),
    },
    {
      title: '证照',
      dataIndex: 'documentTitle',
      width: 188,
      render: (title: string, { documentNumber }) => (
        <>
          {title}
          <div className="sec small nowrap">{documentNumber}</div>
        </>
      ),
    },
    {
      title: '办件编号',
      dataIndex: 'applicationNumber',
      width: 184,
      className: 'nowrap',
      render: (number: string, { applicationId }) =>
        opens ? <Link to={`/applications/${applicationId}`}>{number}</Link> : number,
    },
    {
      title: '函号',
      dataIndex: 'letterNumber',
      width: 188,
      className: 'nowrap',
      render: (number: string | null) => number ?? <span className="sec">部门自行用印，无函</span>,
    },
    {
      title: '印章',
      dataIndex: 'sealName',
      width: 232,
      render: (name: string) => (
        <>
          {name}
          <div className="sec small">测试印章，无法律效力</div>
        </>
      ),
    },
    { title: '用印人', dataIndex: 'operatorName', width: 96, className: 'nowrap' },
    {
      title: '证照摘要',
      dataIndex: 'documentHash',
      width: 144,
      className: 'nowrap',
      render: (hash: string) => (
        <span className="mono" title={`SM3 ${hash}`}>
          {shortHash(hash)}
        </span>
      ),
    },
  ]
  return opens ? [...columns, papersOf(onShow)] : columns
}

function papersOf(onShow: (choice: DocumentChoice) => void): TableColumnsType<Row>[number] {
  return {
    title: '证照文件',
    key: 'acts',
    width: 104,
    fixed: 'right',
    render: (_, { applicationId, documentTitle }) => (
      <span className="pair">
        <button
          type="button"
          className="link"
          onClick={() => onShow({ kind: 'certificate', applicationId, title: documentTitle })}
        >
          查看
        </button>
        <a
          href={certificatePdfAddress(applicationId)}
          download
          aria-label={`下载${documentTitle} PDF`}
        >
          PDF
        </a>
      </span>
    ),
  }
}
