import { useSyncExternalStore } from 'react'
import { useGuideDraft } from './draft-context.tsx'

/** What the linter says of exactly this part, beside it. */
export function Said({ part, id }: { part: string; id?: string }) {
  const { findings } = useGuideDraft()
  const said = useSyncExternalStore(findings.subscribe, () => findings.of(part))
  if (said.length === 0) return null
  return (
    <ul className="said" {...(id === undefined ? {} : { id })}>
      {said.map(({ rule, severity, sentence, source }) => (
        <li key={rule + sentence} className={severity}>
          <b>{severity === 'error' ? '须改正' : '请核对'}</b>
          {sentence}
          {source !== '' && <span className="sec">（{source}）</span>}
        </li>
      ))}
    </ul>
  )
}
