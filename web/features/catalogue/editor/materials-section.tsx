import { memo, useCallback, useSyncExternalStore, type KeyboardEvent } from 'react'
import { moved } from '../fields/moved.ts'
import { RowActs } from '../fields/row-acts.tsx'
import { useGuideDraft, usePart } from './draft-context.tsx'
import { MaterialForm } from './material-form.tsx'
import { newMaterial, type Material } from './new-parts.ts'
import { renumbered } from './renumbered.ts'
import { Section } from './section.tsx'
import { FormLink } from './form-link.tsx'

/** Materials as rows; one is open at a time, so that a guide of hundreds stays quick. */
export function MaterialsSection(props: {
  itemId: string
  /** Position of the open material; null: none. */
  open: number | null
  onOpen: (at: number | null) => void
}) {
  const { store, readOnly } = useGuideDraft()
  const [materials] = usePart<readonly Material[]>('materials')
  const { onOpen } = props
  const arrange = useCallback(
    (next: readonly Material[]) =>
      store.restructure(renumbered([...next], store.get().unconfirmed)),
    [store],
  )
  const move = useCallback(
    (at: number, by: number) => {
      arrange(moved(store.get().materials, at, by))
      onOpen(null)
    },
    [arrange, onOpen, store],
  )
  const remove = useCallback(
    (at: number) => {
      arrange(store.get().materials.toSpliced(at, 1))
      onOpen(null)
    },
    [arrange, onOpen, store],
  )
  const add = () => {
    arrange([...materials, newMaterial(materials.length + 1)])
    onOpen(materials.length)
  }
  const toggle = useCallback((at: number, isOpen: boolean) => onOpen(isOpen ? null : at), [onOpen])
  return (
    <Section
      name="materials"
      end={
        !readOnly && (
          <button type="button" className="btn" onClick={add} disabled={materials.length >= 400}>
            添加材料
          </button>
        )
      }
    >
      <FormLink itemId={props.itemId} />
      {materials.length === 0 && <p className="sec none">还没有材料。不需要材料的事项可以不填。</p>}
      <ol className="materials">
        {materials.map((material, at) => (
          <MaterialRow
            key={at}
            material={material}
            at={at}
            last={at === materials.length - 1}
            open={props.open === at}
            readOnly={readOnly}
            onToggle={toggle}
            onMove={move}
            onRemove={remove}
          />
        ))}
      </ol>
    </Section>
  )
}

const MaterialRow = memo(function MaterialRow(props: {
  material: Material
  at: number
  last: boolean
  open: boolean
  readOnly: boolean
  onToggle: (at: number, isOpen: boolean) => void
  onMove: (at: number, by: number) => void
  onRemove: (at: number) => void
}) {
  const { material, at, open, onMove } = props
  const name = material.name === '' ? '（没有写名称）' : material.name
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || props.readOnly) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onMove(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className={open ? 'open' : ''} data-part={`materials.${material.number}`}>
      <div className="material-row">
        <button
          type="button"
          className="material-name"
          aria-expanded={open}
          onClick={() => props.onToggle(at, open)}
          onKeyDown={onKeyDown}
        >
          <i aria-hidden="true">{open ? '▾' : '▸'}</i>
          <span className="sec">{material.number}</span>
          <b className="ell">{name}</b>
          {marksOf(material).map((mark) => (
            <span key={mark} className="tag">
              {mark}
            </span>
          ))}
          <MaterialFindings number={material.number} />
        </button>
        {!props.readOnly && (
          <RowActs
            name={`材料 ${material.number}`}
            first={at === 0}
            last={props.last}
            onMove={(by) => onMove(at, by)}
            onRemove={() => props.onRemove(at)}
          />
        )}
      </div>
      {open && <MaterialForm at={at} number={material.number} />}
    </li>
  )
})

function MaterialFindings({ number }: { number: number }) {
  const { findings } = useGuideDraft()
  const count = useSyncExternalStore(findings.subscribe, () =>
    findings.countIn(`materials.${number}`),
  )
  return count > 0 ? <span className="tag red">{count} 处</span> : null
}

function marksOf(material: Material): readonly string[] {
  return [
    ...(material.isTheForm ? ['表单'] : []),
    ...(material.sharedFrom === null ? [] : ['共享']),
    ...(material.when.length > 0 ? ['分情形'] : []),
    ...(material.tolerableDays === null ? [] : [`容缺 ${material.tolerableDays} 日`]),
    ...(material.commitment ? ['告知承诺'] : []),
    ...(material.source === 'intermediary' ? ['中介'] : []),
  ]
}
