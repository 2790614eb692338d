import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { countsQuery } from '../../api/queries.ts'
import { listCount } from '../../ui/list-count.ts'
import { SealRegister } from '../../ui/seal-register.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { SealModes } from './seal-modes.tsx'
import { WaitingPlace } from './waiting-place.tsx'
import './seal.css'

const TABS = [
  ['letters', '待盖章'],
  ['modes', '用印方式（× 事项）'],
  ['register', '用印登记簿'],
] as const
type Tab = (typeof TABS)[number][0]

/** The Bureau's seal (统一印章): letters waiting, the certificate as it will be sealed, and the register. */
export function SealPage() {
  const [search, setSearch] = useSearchParams()
  const tab = TABS.find(([name]) => name === search.get('tab'))?.[0] ?? 'letters'
  const show = (chosen: Tab, more: Record<string, string> = {}) =>
    setSearch({ ...(chosen === 'letters' ? {} : { tab: chosen }), ...more })
  return (
    <StaffShell place="统一印章">
      <div className="seal-place">
        <SealTabs tab={tab} onChoose={show} />
        {tab === 'letters' && (
          <WaitingPlace
            openId={search.get('open')}
            onOpen={(open) => setSearch(open === null ? {} : { open }, { replace: true })}
            onRecordMode={(item) => show('modes', { item })}
          />
        )}
        {tab === 'modes' && (
          <SealModes
            itemId={search.get('item')}
            onItem={(item) => show('modes', item === null ? {} : { item })}
          />
        )}
        {tab === 'register' && (
          <div className="seal-sheet">
            <SealRegister opens />
          </div>
        )}
      </div>
    </StaffShell>
  )
}

function SealTabs({ tab, onChoose }: { tab: Tab; onChoose: (tab: Tab) => void }) {
  const counts = useQuery(countsQuery()).data?.counts
  const waiting = counts?.find(({ list }) => list === 'to-seal')?.count
  return (
    <div className="seal-tabs">
      <div role="tablist" aria-label="统一印章">
        {TABS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            onClick={() => onChoose(name)}
          >
            {label}
            {name === 'letters' && waiting !== undefined && <b>{listCount(waiting)}</b>}
          </button>
        ))}
      </div>
      <span className="tag red test-seal">测试印章 无法律效力</span>
    </div>
  )
}
