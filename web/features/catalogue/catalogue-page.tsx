import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useSearchParams } from 'react-router'
import { meQuery } from '../../api/queries.ts'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { Awaited } from './awaited.tsx'
import { catalogueQuery } from './catalogue-queries.ts'
import { ChangeLog } from './change-log.tsx'
import { DraftList } from './draft-list.tsx'
import { DraftPage } from './draft-page.tsx'
import { FormPage } from './form/form-page.tsx'
import { ItemList } from './item-list.tsx'
import { ItemPage } from './item-page.tsx'
import { TransferBar } from './transfer/transfer-bar.tsx'
import './catalogue.css'

const TABS = [
  ['items', '事项'],
  ['drafts', '草稿'],
  ['changes', '调整记录'],
] as const
type Tab = (typeof TABS)[number][0]

/** The list of items (事项清单): its versions, drafts, confirmations, and who changed what on which document. */
export function CataloguePage() {
  return (
    <StaffShell place="事项管理">
      <Routes>
        <Route index element={<Catalogue />} />
        <Route path=":itemId" element={<ItemPage />} />
        <Route path=":itemId/drafts/:draftId" element={<DraftPage />} />
        <Route path=":itemId/form/:formId" element={<FormPage />} />
      </Routes>
    </StaffShell>
  )
}

function Catalogue() {
  const role = useQuery(meQuery()).data?.role ?? ''
  const items = useQuery(catalogueQuery())
  const [search, setSearch] = useSearchParams()
  const reads = role === 'catalogue-editor' || role === 'supervisor'
  const tab = TABS.find(([name]) => name === search.get('tab'))?.[0] ?? (reads ? 'items' : 'drafts')
  const drafts = items.data?.items.flatMap((item) => item.drafts)
  return (
    <div className="catalogue">
      <div className="catalogue-bar">
        <Tabs
          tab={tab}
          counts={{ items: items.data?.items.length, drafts: drafts?.length }}
          onChoose={(name) => setSearch({ tab: name })}
        />
        <TransferBar onDone={() => setSearch({ tab: 'drafts' })} />
      </div>
      {tab === 'changes' ? (
        <ChangeLog />
      ) : (
        <Awaited query={items} lines={14}>
          {(data) =>
            tab === 'items' ? (
              <ItemList items={data.items} />
            ) : (
              <DraftList drafts={drafts ?? []} role={role} />
            )
          }
        </Awaited>
      )}
    </div>
  )
}

function Tabs(props: {
  tab: Tab
  counts: Readonly<Partial<Record<Tab, number | undefined>>>
  onChoose: (tab: Tab) => void
}) {
  return (
    <div className="tabs" role="tablist" aria-label="事项管理">
      {TABS.map(([name, label]) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === props.tab}
          onClick={() => props.onChoose(name)}
        >
          {label}
          {props.counts[name] !== undefined && <b>{props.counts[name]}</b>}
        </button>
      ))}
    </div>
  )
}
