import { useState, useSyncExternalStore } from 'react'
import { partName } from '../part-words.ts'
import { useGuideDraft } from './draft-context.tsx'
import { GuidePreview } from './guide-preview.tsx'

const TABS = [
  ['preview', '预览'],
  ['findings', '检查'],
  ['unconfirmed', '待部门确认'],
] as const
type Tab = (typeof TABS)[number][0]

/** Beside what is written: how it reads, what is wrong with it, what is not confirmed. */
export function SidePane(props: { itemName: string; onJump: (part: string) => void }) {
  const [tab, setTab] = useState<Tab>('preview')
  const { store, findings } = useGuideDraft()
  const found = useSyncExternalStore(findings.subscribe, findings.all)
  const guide = useSyncExternalStore(store.subscribe, store.get)
  const { unconfirmed } = guide
  const counts = { preview: null, findings: found.length, unconfirmed: unconfirmed.length }
  return (
    <aside className="side-pane panel">
      <div className="tabs" role="tablist" aria-label="指南旁边">
        {TABS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            onClick={() => setTab(name)}
          >
            {label}
            {counts[name] !== null && <b>{counts[name]}</b>}
          </button>
        ))}
      </div>
      <div className="side-body" role="tabpanel">
        {tab === 'preview' && <GuidePreview itemName={props.itemName} />}
        {tab === 'findings' && <FindingList onJump={props.onJump} />}
        {tab === 'unconfirmed' && (
          <ul className="finding-list">
            {unconfirmed.map((part) => (
              <li key={part}>
                <button type="button" onClick={() => props.onJump(part)}>
                  {partName(part, guide)}
                </button>
              </li>
            ))}
            {unconfirmed.length === 0 && (
              <li className="sec none">
                没有标为待部门确认的内容。全部确认后公众不再看到这个标记。
              </li>
            )}
          </ul>
        )}
      </div>
    </aside>
  )
}

function FindingList({ onJump }: { onJump: (part: string) => void }) {
  const { store, findings } = useGuideDraft()
  const guide = useSyncExternalStore(store.subscribe, store.get)
  const found = useSyncExternalStore(findings.subscribe, findings.all)
  return (
    <ul className="finding-list">
      {found.map(({ rule, severity, part, sentence, source }, at) => (
        <li key={`${rule}/${part}/${at}`}>
          <button type="button" onClick={() => onJump(part)}>
            <span className={severity === 'error' ? 'tag red' : 'tag amber'}>
              {severity === 'error' ? '须改正' : '请核对'}
            </span>
            <b>{partName(part, guide)}</b>
            <span>{sentence}</span>
            {source !== '' && <small className="sec">{source}</small>}
          </button>
        </li>
      ))}
      {found.length === 0 && (
        <li className="sec none">没有发现问题。送审以后，由部门和州行政审批局分别确认。</li>
      )}
    </ul>
  )
}
