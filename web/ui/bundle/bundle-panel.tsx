import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { BundleCaseView } from '../../../contract/bundles.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { bundleCaseQuery } from '../../api/queries.ts'
import { longDate } from '../dates.ts'
import { MaterialFileLink } from '../material-file-link.tsx'
import { Lamp } from '../lamp.tsx'
import { MATERIAL_STATE_NAME } from '../material-words.ts'
import { ProblemNote } from '../problem-note.tsx'
import './bundle-panel.css'

type Part = z.output<typeof BundleCaseView>['applications'][number]

/** The other parts of the whole (一件事) that this application belongs to, and what it waits for. */
export function BundlePanel({ application }: { application: ApplicationView }) {
  const { bundle } = application
  return (
    bundle && <Case bundleCaseId={bundle.bundleCaseId} applicationId={application.applicationId} />
  )
}

/** What it waits for has ended: what may become of it, said to whoever handles it. */
function DeadEnd({ part: { deadEnd, goesOnWithout } }: { part: Part }) {
  return (
    <>
      {goesOnWithout.length > 0 && (
        <p className="sec">
          申请人选择不等{goesOnWithout.map((name) => `“${name}”`).join('、')}，本件单独继续。
        </p>
      )}
      {deadEnd && (
        <p className="waits" role="status">
          {deadEnd.ended.map(({ itemName, endedAs }) => `“${itemName}”${endedAs}`).join('、')}
          ，本件怎么办由申请人决定：
          {deadEnd.bound === null ? '撤回，或者不等前项、单独继续。' : deadEnd.bound}
        </p>
      )}
    </>
  )
}

function Case(props: { bundleCaseId: string; applicationId: string }) {
  const { data, error, refetch } = useQuery(bundleCaseQuery(props.bundleCaseId))
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return null
  const own = data.applications.find((one) => one.applicationId === props.applicationId)
  return (
    <section className="panel bundle-panel" aria-label="一件事">
      <div className="ph">
        <h2 className="h">一件事：{data.title}</h2>
        <span className="sec">
          {data.endsOn === null ? '受理后计算总期限' : `最迟 ${longDate(data.endsOn)} 全部决定`}
        </span>
      </div>
      {own && own.waitsFor.length > 0 && own.deadEnd === null && (
        <p className="waits" role="status">
          本件要等{own.waitsFor.map((name) => `“${name}”`).join('、')}
          准予许可后才能准予；本件的期限照常计算。
        </p>
      )}
      {own && <DeadEnd part={own} />}
      <ul>
        {data.applications.map((part) => (
          <li key={part.applicationId}>
            <p>
              {part.applicationId === props.applicationId ? (
                <b className="b">{part.itemName}（本件）</b>
              ) : (
                <a href={`/applications/${part.applicationId}`}>{part.itemName}</a>
              )}{' '}
              {part.critical && <span className="tag">关键</span>}
            </p>
            <p className="sec small">
              {part.number} · {part.departmentName} ·{' '}
              <Lamp light={part.light}>{part.statusName}</Lamp>
              {part.decidedOn && ` · ${longDate(part.decidedOn)}决定`}
              {!part.decidedOn && part.endsOn && ` · 最迟 ${longDate(part.endsOn)}决定`}
            </p>
            {part.applicationId !== props.applicationId && <PartFiles part={part} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The files of another part, opened without leaving this one; its own stand beside its materials. */
function PartFiles({ part: { applicationId, materials } }: { part: Part }) {
  const filed = materials.filter(({ files }) => files.length > 0)
  return (
    <details className="part-files">
      <summary>
        材料 {materials.length} 项，文件 {filed.reduce((sum, { files }) => sum + files.length, 0)}{' '}
        份
      </summary>
      <ul>
        {materials.map(({ number, name, state, files }) => (
          <li key={number}>
            第 {number} 项 {name} <span className="sec">{MATERIAL_STATE_NAME[state]}</span>{' '}
            {files.map((file) => (
              <MaterialFileLink key={file.fileId} applicationId={applicationId} file={file} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
