import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { DraftView } from '../../../../contract/catalogue-editing.ts'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import type { Linted } from '../lint.ts'
import { BasicsSection, BasisSection, ConditionsSection } from './basics-section.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { DraftProvider } from './draft-context.tsx'
import { FeeSection } from './fee-section.tsx'
import { jumpTo } from './jump.ts'
import { MaterialsSection } from './materials-section.tsx'
import { DiscretionSection, MoreSection } from './more-sections.tsx'
import { ProcessSection } from './process-section.tsx'
import { SaveLine } from './save-line.tsx'
import { FindingCount } from './section.tsx'
import { SECTION_NAMES, SECTIONS } from './sections.ts'
import { SidePane } from './side-pane.tsx'
import { SituationsSection } from './situations-section.tsx'
import './editor.css'
import type { Editing } from './use-autosave.ts'
import { useLinting } from './use-linting.ts'

/** The guide in sections, the public's view of it and the linter's beside it. Ctrl+S saves, F8 goes to the next finding. */
export function GuideEditor(props: {
  draft: DraftView
  editing: Editing<GuideContent>
  inForce: GuideContent | null
  linted: Linted | undefined
}) {
  const { draft, inForce } = props
  const { store, saver } = props.editing
  const findings = useLinting(store, props.linted)
  const [open, setOpen] = useState<number | null>(null)
  const readOnly = !draft.possible.includes('edit')
  const context = useMemo(
    () => ({ store, findings, inForce, readOnly }),
    [store, findings, inForce, readOnly],
  )
  const jump = useCallback(
    (part: string) => {
      const number = /^materials\.(\d+)/.exec(part)?.[1]
      const at = store.get().materials.findIndex((one) => String(one.number) === number)
      if (at >= 0) setOpen(at)
      // The material opens first.
      setTimeout(() => jumpTo(part), 30)
    },
    [store],
  )
  const visited = useRef(-1)
  const nextFinding = () => {
    const all = findings.all()
    if (all.length === 0) return
    visited.current = (visited.current + 1) % all.length
    jump(all[visited.current]?.part ?? '')
  }
  useHotkeys({
    'Ctrl+S': () => void saver.save(),
    F8: nextFinding,
  })
  const found = useSyncExternalStore(findings.subscribe, findings.all)
  return (
    <DraftProvider draft={context}>
      <div className="guide-editor">
        <nav className="sections" aria-label="指南各部分">
          {SECTION_NAMES.map((name) => (
            <a key={name} href={`#section-${name}`}>
              {SECTIONS[name].title}
              <FindingCount parts={SECTIONS[name].parts} />
            </a>
          ))}
          <button type="button" className="btn" onClick={nextFinding} disabled={found.length === 0}>
            下一处问题 <kbd>F8</kbd>
          </button>
          <SaveLine saver={saver} store={store} readOnly={readOnly} />
        </nav>
        <div className="sheet">
          <ConflictNote saver={saver} draft={store.get()} />
          <BasicsSection departmentId={draft.departmentId} />
          <BasisSection />
          <ConditionsSection />
          <SituationsSection />
          <MaterialsSection itemId={draft.itemId} open={open} onOpen={setOpen} />
          <ProcessSection />
          <FeeSection />
          <DiscretionSection />
          <MoreSection />
        </div>
        <SidePane itemName={draft.itemName} onJump={jump} />
      </div>
    </DraftProvider>
  )
}
