import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { longDate } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { draftLight, draftWords, KIND_WORDS } from './catalogue-words.ts'
import { DraftActs } from './draft-acts.tsx'
import { DraftHistory } from './draft-history.tsx'
import type { Saver } from './editor/draft-saver.ts'
import { ImpactPanel } from './impact-panel.tsx'
import { TrialPanel } from './trial-panel.tsx'
import { DraftDiff } from './versions/draft-diff.tsx'

const TABS = [
  ['content', '内容'],
  ['diff', '与现行对照'],
  ['impact', '发布影响'],
  ['trial', '试办'],
  ['history', '经过'],
] as const
type Tab = (typeof TABS)[number][0]

/** The frame of a draft: what it is, where it stands, what may be done with it, and every view of it. */
export function DraftSpace<Content>(props: {
  draft: DraftView
  saver: Saver<Content>
  children: ReactNode
}) {
  const { draft, saver } = props
  const edits = draft.possible.includes('edit')
  const [tab, setTab] = useState<Tab>(edits ? 'content' : 'diff')
  const show = async (chosen: Tab) => {
    // The other views are of what is saved.
    if (chosen !== 'content' && edits) await saver.save()
    setTab(chosen)
  }
  const tabs = TABS.filter(([name]) => name !== 'trial' || draft.kind === 'guide')
  return (
    <div className="draft-space">
      <header className="draft-head">
        <div>
          <p className="crumb">
            <Link to="/catalogue">事项管理</Link> /{' '}
            <Link to={`/catalogue/${draft.itemId}`}>{draft.itemName}</Link>
          </p>
          <h1>
            {KIND_WORDS[draft.kind]}草稿
            <small className="sec">发布后为第 {draft.nextVersion} 版</small>
            <Lamp light={draftLight(draft)}>{draftWords(draft)}</Lamp>
          </h1>
        </div>
        <div className="tabs" role="tablist" aria-label="草稿">
          {tabs.map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              onClick={() => void show(name)}
            >
              {label}
            </button>
          ))}
        </div>
        <DraftActs draft={draft} saver={saver} />
      </header>
      <DraftStanding draft={draft} />
      {/* Kept on the page, so that leaving the tab loses nothing that is being typed. */}
      <div className="draft-content" hidden={tab !== 'content'}>
        {props.children}
      </div>
      {tab === 'diff' && <DraftDiff draftId={draft.draftId} version={draft.version} />}
      {tab === 'impact' && <ImpactPanel draftId={draft.draftId} version={draft.version} />}
      {tab === 'trial' && <TrialPanel draft={draft} />}
      {tab === 'history' && <DraftHistory draft={draft} />}
    </div>
  )
}

function DraftStanding({ draft }: { draft: DraftView }) {
  if (draft.state === 'returned')
    return (
      <p className="standing returned" role="status">
        <b>被退回：</b>
        {draft.returnedBecause}
      </p>
    )
  if (draft.state === 'published' && draft.published)
    return (
      <p className="standing" role="status">
        已发布为第 {draft.published.version} 版，{longDate(draft.published.effectiveOn)}零时起施行。
      </p>
    )
  if (draft.state === 'submitted' && draft.possible.includes('edit'))
    return (
      <p className="standing" role="status">
        已送审。现在修改的，已有的确认作废，须重新确认。
      </p>
    )
  return null
}
