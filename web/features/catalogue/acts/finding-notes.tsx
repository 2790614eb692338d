import type { NamedParts } from '../../../../domain/catalogue/linter/guide-parts.ts'
import type { GuideFinding } from '../editor/findings-store.ts'
import { partName } from '../part-words.ts'

/** Findings in a dialog: where, what, and on which rule. */
export function FindingNotes({
  findings,
  guide,
}: {
  findings: readonly GuideFinding[]
  guide: NamedParts | undefined
}) {
  return (
    <ul className="said">
      {findings.map(({ rule, severity, part, sentence, source }, at) => (
        <li key={`${rule}/${part}/${at}`} className={severity}>
          <b>{partName(part, guide)}</b>
          {sentence}
          {source !== '' && <span className="sec">（{source}）</span>}
        </li>
      ))}
    </ul>
  )
}
