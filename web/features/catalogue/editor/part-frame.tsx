import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { same } from './merge-drafts.ts'
import { useGuideDraft, usePart } from './draft-context.tsx'
import { Said } from './said.tsx'
import { valueAt } from './value-at.ts'

export type PartProps = {
  /** Where it is in the draft: `materials.0.copies`. */
  path: string
  /** How findings and marks call it: `materials.3.copies`; the path where that is the same. */
  part?: string
  label: string
  hint?: string
}

/** One part of the guide with its name, the mark 待部门确认, what the linter says, and whether it was changed. */
export function PartFrame(
  props: PartProps & { wide?: boolean; children: (id: string, described: string) => ReactNode },
) {
  const id = useId()
  const part = props.part ?? props.path
  const { findings } = useGuideDraft()
  const said = useSyncExternalStore(findings.subscribe, () => findings.of(part))
  return (
    <div
      className={`part ${props.wide === true ? 'wide' : ''} ${said.length > 0 ? 'faulty' : ''}`}
      data-part={part}
    >
      <div className="part-name">
        <label htmlFor={id}>{props.label}</label>
        <ChangedMark path={props.path} />
      </div>
      <div className="part-body">
        {props.children(id, `${id}-said`)}
        {props.hint && <small className="sec">{props.hint}</small>}
        <Said part={part} id={`${id}-said`} />
      </div>
      <UnconfirmedToggle part={part} label={props.label} />
    </div>
  )
}

function ChangedMark({ path }: { path: string }) {
  const { store, inForce } = useGuideDraft()
  const changed = useSyncExternalStore(
    store.subscribe,
    () => inForce !== null && !same(store.at(path), valueAt(inForce, path)),
  )
  return changed ? <span className="changed-mark">已改</span> : null
}

/** What no law gives and no department has confirmed is told to everyone as such. */
function UnconfirmedToggle({ part, label }: { part: string; label: string }) {
  const { store, readOnly } = useGuideDraft()
  const on = useSyncExternalStore(store.subscribe, () => store.get().unconfirmed.includes(part))
  if (readOnly && !on) return <span />
  const toggle = () => {
    const { unconfirmed } = store.get()
    store.set(
      'unconfirmed',
      on ? unconfirmed.filter((one) => one !== part) : [...unconfirmed, part],
    )
  }
  return (
    <button
      type="button"
      className={`unconfirmed ${on ? 'on' : ''}`}
      aria-pressed={on}
      aria-label={`${label}待部门确认`}
      disabled={readOnly}
      title={on ? '公众看到“待部门确认”；核实后点此取消' : '标为“待部门确认”'}
      onClick={toggle}
    >
      {on ? '待部门确认' : '标待确认'}
    </button>
  )
}

/** For parts that need nothing but their value. */
export function useFramed<Value>({ path }: PartProps) {
  const { readOnly } = useGuideDraft()
  const [value, set] = usePart<Value>(path)
  return { value, set, readOnly }
}
