import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { bundleCaseQuery } from '../../../api/queries.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { MATERIAL_STATE_NAME } from '../../../ui/material-words.ts'
import { PrintButton } from '../../../ui/print-button.tsx'
import type { ReceivedBundle } from './use-bundle-intake.ts'

/** One receipt for the whole: every number and query code, the signed receipts printed at once, and each part one key away. */
export function BundleReceived(props: {
  received: ReceivedBundle
  onNext: () => void
  onOpen: (applicationId: string) => void
}) {
  const { bundleCaseId, applications } = props.received
  const { data } = useQuery(bundleCaseQuery(bundleCaseId))
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const noticeIds = applications.flatMap(({ notice }) => (notice ? [notice.noticeId] : []))
  const partOf = (itemId: string) => data?.applications.find((one) => one.itemId === itemId)
  return (
    <section className="done" aria-label="办理结果">
      <header role="status">
        <div>
          <h2>
            已收件{data ? `：${data.title}` : ''}，共 {applications.length} 件
          </h2>
          <p className="sec">一次收件，接收凭证一次打印；申请人凭编号和查询码查进度</p>
        </div>
        {noticeIds.length > 0 && (
          <PrintButton
            document={{ kind: 'notices', noticeIds }}
            label={`打印接收凭证（${noticeIds.length} 份）`}
            className="btn big"
            hotkey="Ctrl+P"
          />
        )}
        <button ref={next} type="button" className="btn big primary" onClick={props.onNext}>
          下一位 <Kbd>F2</Kbd>
        </button>
      </header>
      <table className="bundle-receipt">
        <caption className="sr-only">各件编号和查询码</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">办件编号</th>
            <th scope="col">查询码</th>
            <th scope="col">现在</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {applications.map(({ itemId, applicationId, number, queryCode }) => (
            <tr key={applicationId}>
              <td>
                {partOf(itemId)?.itemName ?? itemId}
                <ol className="sec small">
                  {partOf(itemId)?.materials.map((material) => (
                    <li key={material.number} value={material.number}>
                      {material.name}
                      {material.state !== 'held' && `（${MATERIAL_STATE_NAME[material.state]}）`}
                    </li>
                  ))}
                </ol>
              </td>
              <td className="number">{number}</td>
              <td className="number">{queryCode}</td>
              <td>{partOf(itemId)?.statusName ?? '已收件'}</td>
              <td>
                <button type="button" className="btn" onClick={() => props.onOpen(applicationId)}>
                  核验、受理
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
