import { useSyncExternalStore, type ReactNode } from 'react'
import { useGuideDraft } from './draft-context.tsx'
import { Said } from './said.tsx'
import { SECTIONS, type SectionName } from './sections.ts'

/** Lists that have no frame of their own to say it in. */
const WHOLE_LISTS = ['questions', 'materials'] as const

export function Section(props: { name: SectionName; end?: ReactNode; children: ReactNode }) {
  const section = SECTIONS[props.name]
  return (
    <section
      className="panel guide-section"
      id={`section-${props.name}`}
      aria-label={section.title}
    >
      <div className="ph">
        <h2 className="h">{section.title}</h2>
        <FindingCount parts={section.parts} />
        {props.end && <span className="x">{props.end}</span>}
      </div>
      <div className="parts">
        {WHOLE_LISTS.map(
          (part) => section.parts.some((one) => one === part) && <Said key={part} part={part} />,
        )}
        {props.children}
      </div>
    </section>
  )
}

/** What the linter says of these parts, in two numbers. */
export function FindingCount({ parts }: { parts: readonly string[] }) {
  const { findings } = useGuideDraft()
  const all = useSyncExternalStore(findings.subscribe, findings.all)
  const here = all.filter(({ part }) => parts.includes(part.split('.')[0] ?? ''))
  const errors = here.filter(({ severity }) => severity === 'error').length
  const warnings = here.length - errors
  return (
    <>
      {errors > 0 && <span className="tag red">须改 {errors}</span>}
      {warnings > 0 && <span className="tag amber">核对 {warnings}</span>}
    </>
  )
}
