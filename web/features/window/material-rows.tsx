import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { MaterialState } from '../../../domain/application/application.ts'
import type { Fact } from '../../../domain/catalogue/rendering/material-facts.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { MATERIAL_STATE_NAME, materialsSummary } from '../../ui/material-words.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { MaterialStandard } from './material-standard.tsx'
import { JUDGEMENTS, rowKeyOf, type RowPlace } from './material-keys.ts'

export type JudgedMaterial = {
  readonly number: number
  readonly name: string
  readonly basis: string
  readonly standard: string
  readonly original: boolean
  readonly copies: number
  readonly state: MaterialState
  readonly remark: string
  /** A signed commitment may stand in its place (告知承诺). */
  readonly commitment: boolean
  /** It may follow within so many working days (容缺); null: not. */
  readonly tolerableDays: number | null
  /** The window's checklist: everything the guide says of it. */
  readonly facts: readonly Fact[]
}

type RowsProps = {
  materials: readonly JudgedMaterial[]
  disabled: boolean
  onState: (number: number, state: MaterialState) => void
  onRemark: (number: number, remark: string) => void
  /** Files of a material, and the way to add one. */
  files: (number: number) => ReactNode
  onCurrent: (number: number) => void
}

/** Each material judged: up and down move, 1 2 3 judge, Enter writes what is wrong. */
export function MaterialRows(props: RowsProps) {
  const list = useRef<HTMLOListElement>(null)
  const { materials, disabled, onState } = props
  const focusRow = (number: number | undefined, what = 'input:checked') =>
    list.current?.querySelector<HTMLElement>(`[data-material="${number}"] ${what}`)?.focus()
  useHotkeys({ 'Alt+M': () => focusRow(materials[0]?.number) })

  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-material]')
    const index = materials.findIndex(({ number }) => String(number) === row?.dataset['material'])
    const material = materials[index]
    const key = event.nativeEvent.isComposing ? null : rowKeyOf(event, placeOf(event.target))
    if (material === undefined || key === null) return
    event.preventDefault()
    if (key.kind === 'move') focusRow(materials[index + key.by]?.number ?? material.number)
    if (key.kind === 'remark') focusRow(material.number, 'input[type="text"]')
    const isOffered = key.kind === 'judge' && judgementsOf(material).includes(key.state)
    if (isOffered && !disabled) {
      onState(material.number, key.state)
      // The newly checked radio is the one that keeps the focus.
      requestAnimationFrame(() => focusRow(material.number))
    }
  }
  return (
    <section className="judged" aria-label="材料">
      <div className="sub">
        <h2 className="h">材料</h2>
        <span className="sec">{materialsSummary(materials)}</span>
        <span
          className="x sec small"
          title="移到材料后：上下键换行，1 合格、2 需补正、3 缺、4 承诺，回车写明问题"
        >
          <Kbd>Alt</Kbd> + <Kbd>M</Kbd> <Kbd>↓</Kbd> <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd>
        </span>
      </div>
      <ol ref={list} onKeyDown={onKeyDown}>
        {materials.map((material) => (
          <MaterialRow key={material.number} material={material} {...props} />
        ))}
      </ol>
    </section>
  )
}

function MaterialRow(props: RowsProps & { material: JudgedMaterial }) {
  const { number, name, state, remark, standard, basis } = props.material
  return (
    <li data-material={number} className={state} onFocus={() => props.onCurrent(number)}>
      <span className="sec no">{number}</span>
      <span className="name" title={`标准：${standard || '指南没有另行规定'}\n依据：${basis}`}>
        {name} <span className="sec small">{formWords(props.material)}</span>
        {props.material.tolerableDays !== null && <span className="tag">可容缺</span>}
      </span>
      <span className="seg" role="radiogroup" aria-label={`第 ${number} 项 ${name}`}>
        {judgementsOf(props.material).map((choice) => (
          <label key={choice} className={choice === state ? choice : ''}>
            <input
              type="radio"
              name={`material-${number}`}
              checked={choice === state}
              disabled={props.disabled}
              onChange={() => props.onState(number, choice)}
            />
            {MATERIAL_STATE_NAME[choice]}
          </label>
        ))}
      </span>
      {(state === 'missing' || state === 'defective') && !props.disabled && (
        <input
          type="text"
          className="why"
          aria-label={`第 ${number} 项的问题和补正办法`}
          placeholder={standard ? `写明问题；不写则告知：${standard}` : '写明问题和补正办法'}
          value={remark}
          maxLength={300}
          onChange={(event) => props.onRemark(number, event.target.value)}
        />
      )}
      <MaterialStandard facts={props.material.facts} />
      <span className="files">{props.files(number)}</span>
    </li>
  )
}

/** A commitment is offered only where the guide lets one stand for the paper. */
function judgementsOf({ commitment }: JudgedMaterial): readonly MaterialState[] {
  return commitment ? JUDGEMENTS : JUDGEMENTS.filter((one) => one !== 'promised')
}

function formWords({ original, copies }: JudgedMaterial): string {
  return [original ? '原件' : '', copies > 0 ? `复印件 ${copies} 份` : ''].filter(Boolean).join(' ')
}

function placeOf(target: EventTarget): RowPlace {
  if (!(target instanceof HTMLInputElement)) return 'elsewhere'
  if (target.type === 'text') return 'remark'
  return target.type === 'radio' ? 'judgement' : 'elsewhere'
}
