import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FormContent } from '../../../../contract/forms.ts'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { ConflictNote } from '../editor/conflict-note.tsx'
import type { Question } from '../editor/new-parts.ts'
import { SaveLine } from '../editor/save-line.tsx'
import type { Editing } from '../editor/use-autosave.ts'
import { ElementList } from './element-list.tsx'
import { FieldSettings } from './field-settings.tsx'
import { placeOf, withElement, withoutField } from './form-edits.ts'
import { FormPreview } from './form-preview.tsx'
import '../draft.css'
import '../editor/editor.css'
import './form.css'
import { FormRows } from './form-rows.tsx'
import { useFormFaults } from './use-form-faults.ts'

/** Dictionary, form and the chosen field side by side. A row draws anew only when it changed. */
export function FormEditor(props: {
  editing: Editing<FormContent>
  readOnly: boolean
  elements: readonly DataElement[]
  questions: readonly Question[] | undefined
}) {
  const { readOnly, elements, questions } = props
  const { store, saver } = props.editing
  const form = useSyncExternalStore(store.subscribe, store.get)
  const [chosen, setChosen] = useState<string | null>(null)
  const [side, setSide] = useState<'field' | 'preview'>('field')
  const faults = useFormFaults(store, elements, questions)
  useHotkeys({ 'Ctrl+S': () => void saver.save() })
  const place = chosen === null ? null : placeOf(form.layout, chosen)
  const latest = useRef(chosen)
  useEffect(() => {
    latest.current = chosen
  }, [chosen])
  const add = useCallback(
    (element: DataElement) => {
      const now = store.get()
      const { current } = latest
      const group = (current === null ? null : placeOf(now.layout, current))?.group
      const next = withElement(now, element, group ?? Math.max(0, now.layout.length - 1))
      store.restructure({ schema: next.schema, layout: next.layout })
      setChosen(element.id)
      setSide('field')
    },
    [store],
  )
  const remove = useCallback(
    (element: string) => {
      const now = store.get()
      const at = placeOf(now.layout, element)
      if (at === null) return
      const next = withoutField(now, at)
      store.restructure({ schema: next.schema, layout: next.layout })
      setChosen(next.layout[at.group]?.fields[Math.max(0, at.at - 1)]?.element ?? null)
    },
    [store],
  )
  const asked = useMemo(
    () => new Set(Object.keys(form.schema.properties)),
    [form.schema.properties],
  )
  return (
    <div className="form-editor">
      <ElementList elements={elements} asked={asked} readOnly={readOnly} onAdd={add} />
      <section className="panel form-sheet" aria-label="表单项目">
        <div className="ph">
          <input
            className="control form-title"
            aria-label="表单名称"
            value={form.title}
            maxLength={200}
            readOnly={readOnly}
            onChange={(event) => store.set('title', event.target.value)}
          />
          <h2 className="h">{asked.size} 项</h2>
          {faults.size > 0 && <span className="tag red">须改 {faults.size}</span>}
          <span className="x">
            <SaveLine saver={saver} store={store} readOnly={readOnly} />
          </span>
        </div>
        <ConflictNote saver={saver} />
        <FormRows
          form={form}
          store={store}
          faults={faults}
          chosen={chosen}
          readOnly={readOnly}
          onChoose={setChosen}
          onRemove={remove}
        />
      </section>
      <aside className="panel side-pane">
        <div className="tabs" role="tablist" aria-label="表单旁边">
          {(
            [
              ['field', '项目设置'],
              ['preview', '预览'],
            ] as const
          ).map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={side === name}
              onClick={() => setSide(name)}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="side-body" role="tabpanel">
          {side === 'preview' ? (
            <FormPreview form={form} group={place?.group ?? 0} />
          ) : place === null ? (
            <p className="sec none">
              在左边点一个数据元加进表单，或者在中间选一项来设置。↑ ↓ 换行，Alt ↑ ↓
              或者拖动调整顺序，Delete 移除。
            </p>
          ) : (
            <FieldSettings
              key={chosen}
              store={store}
              place={place}
              form={form}
              fault={faults.get(chosen ?? '')}
              questions={questions ?? []}
              readOnly={readOnly}
            />
          )}
        </div>
      </aside>
    </div>
  )
}
