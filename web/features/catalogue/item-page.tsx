import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { startDraft } from '../../../contract/catalogue-editing.ts'
import { STATUS_NAME } from '../../../domain/catalogue/versions/status-words.ts'
import { call } from '../../api/call.ts'
import { meQuery } from '../../api/queries.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { catalogueQuery, type CatalogueRow } from './catalogue-queries.ts'
import { draftLight, draftWords, KIND_WORDS, STATUS_LIGHTS } from './catalogue-words.ts'
import { CONFIRMATION_NAMES } from './part-words.ts'
import { StatusDialog } from './status-dialog.tsx'
import { STATUS_ACTS, type StatusAct } from './status-acts.ts'
import { useCatalogueAct } from './use-catalogue-act.ts'
import { VersionsPanel } from './versions/versions-panel.tsx'

/** One item: what is in force, what is being written, every version, two of them side by side. */
export function ItemPage() {
  const { itemId = '' } = useParams()
  const { data, error, refetch } = useQuery(catalogueQuery())
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={12} />
  const item = data.items.find((one) => one.itemId === itemId)
  if (item === undefined)
    return (
      <EmptyNote title="没有这个事项">
        事项可能已经调整。<Link to="/catalogue">回到事项管理</Link>
      </EmptyNote>
    )
  return <Item item={item} />
}

function Item({ item }: { item: CatalogueRow }) {
  const role = useQuery(meQuery()).data?.role
  const navigate = useNavigate()
  const [act, setAct] = useState<StatusAct | null>(null)
  const start = useCatalogueAct((kind: 'guide' | 'item', commandId) =>
    call(startDraft, { body: { commandId, itemId: item.itemId, kind } }),
  )
  const open = async (kind: 'guide' | 'item') => {
    const draft = await start.run(kind)
    if (draft) await navigate(`/catalogue/${item.itemId}/drafts/${draft.draftId}`)
  }
  const editor = role === 'catalogue-editor' && item.mine
  return (
    <div className="catalogue item-page">
      <p className="crumb">
        <Link to="/catalogue">事项管理</Link> / {item.departmentName}
      </p>
      <ItemHead
        item={item}
        acts={editor && <EditorActs item={item} busy={start.busy} onAct={setAct} onOpen={open} />}
      />
      {start.problem && <ProblemNote problem={start.problem} />}
      <div className="item-now">
        <section className="panel" aria-label="现行">
          <div className="ph">
            <h2 className="h">现行</h2>
          </div>
          <dl>
            <div>
              <dt>办事指南</dt>
              <dd>
                {item.guideVersion === null ? '没有' : `第 ${item.guideVersion} 版`}
                {item.confirmation !== null && (
                  <span className={item.confirmation === 'confirmed' ? 'tag green' : 'tag amber'}>
                    {CONFIRMATION_NAMES[item.confirmation]}
                  </span>
                )}
              </dd>
            </div>
            <div>
              <dt>事项要素</dt>
              <dd>第 {item.itemVersion} 版</dd>
            </div>
            {item.scheduled.map(({ kind, version, effectiveOn }) => (
              <div key={kind}>
                <dt>待生效</dt>
                <dd>
                  {KIND_WORDS[kind]}第 {version} 版，{longDate(effectiveOn)}零时起
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="panel" aria-label="草稿">
          <div className="ph">
            <h2 className="h">草稿</h2>
          </div>
          {item.drafts.length === 0 && <p className="sec none">没有正在起草的内容。</p>}
          <ul className="item-drafts">
            {item.drafts.map((draft) => (
              <li key={draft.draftId}>
                <Link to={`/catalogue/${item.itemId}/drafts/${draft.draftId}`}>
                  {KIND_WORDS[draft.kind]}
                </Link>
                <Lamp light={draftLight(draft)}>{draftWords(draft)}</Lamp>
                <span className="sec">
                  {draft.changedBy} {longMinute(draft.changedAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <VersionsPanel itemId={item.itemId} />
      {act && <StatusDialog item={item} act={act} onClose={() => setAct(null)} />}
    </div>
  )
}

function ItemHead({ item, acts }: { item: CatalogueRow; acts: ReactNode }) {
  return (
    <header className="item-head">
      <h1>{item.name}</h1>
      <Lamp light={STATUS_LIGHTS[item.status]}>{STATUS_NAME[item.status]}</Lamp>
      <span className="sec">
        {item.annexNumber === null ? '清单外' : `清单第 ${item.annexNumber} 项`} ·{' '}
        {item.departmentName}
      </span>
      <a className="sec" href={`/items/${item.itemId}`}>
        看公众页面
      </a>
      {acts}
    </header>
  )
}

function EditorActs(props: {
  item: CatalogueRow
  busy: boolean
  onAct: (act: StatusAct) => void
  onOpen: (kind: 'guide' | 'item') => Promise<void>
}) {
  const { item, busy, onOpen } = props
  const written = (kind: 'guide' | 'item') => item.drafts.some((draft) => draft.kind === kind)
  return (
    <span className="acts">
      {STATUS_ACTS.filter(({ from }) => from.includes(item.status)).map((one) => (
        <button key={one.to} type="button" className="btn" onClick={() => props.onAct(one)}>
          {one.name}
        </button>
      ))}
      <button type="button" className="btn" disabled={busy} onClick={() => void onOpen('item')}>
        {written('item') ? '打开事项草稿' : '调整事项'}
      </button>
      <button
        type="button"
        className="btn primary"
        disabled={busy}
        onClick={() => void onOpen('guide')}
      >
        {written('guide') ? '打开指南草稿' : '起草指南'}
      </button>
    </span>
  )
}
