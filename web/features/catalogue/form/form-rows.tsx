import {
  memo,
  useCallback,
  useMemo,
  useRef,
  type DragEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { FormContent } from '../../../../contract/forms.ts'
import type { FieldSchema, FormField } from '../../../../domain/form/form-definition.ts'
import type { DraftStore } from '../editor/draft-store.ts'
import { freeKey } from '../editor/new-parts.ts'
import { placeBeside, placeOf, withFieldMoved } from './form-edits.ts'
import { schemaWords } from './field-words.ts'
import { GroupHead } from './group-head.tsx'

type RowHandlers = {
  readonly choose: (element: string) => void
  readonly key: (event: KeyboardEvent, element: string) => void
  readonly drag: (event: DragEvent, element: string) => void
  readonly drop: (event: DragEvent, element: string) => void
}

/** Groups and their fields in order. Arrows go from row to row, Alt and an arrow move the row, so does dragging. */
export function FormRows(props: {
  form: FormContent
  store: DraftStore<FormContent>
  faults: ReadonlyMap<string, string>
  chosen: string | null
  readOnly: boolean
  onChoose: (element: string) => void
  onRemove: (element: string) => void
}) {
  const { form, store, onChoose, onRemove, readOnly } = props
  const list = useRef<HTMLDivElement>(null)
  const handlers = useRowHandlers(list, store, readOnly, onChoose, onRemove)
  const required = new Set(form.schema.required)
  const whole = props.faults.get('layout')
  const addGroup = () =>
    store.restructure({
      layout: [
        ...form.layout,
        {
          id: freeKey(
            'g',
            form.layout.map(({ id }) => id),
          ),
          title: '新的一组',
          help: null,
          fields: [],
        },
      ],
    })
  return (
    <div className="form-rows" ref={list}>
      {whole !== undefined && (
        <p className="fault" role="alert">
          {whole}
        </p>
      )}
      {form.layout.map((group, at) => (
        <div key={group.id} className="form-group">
          <GroupHead form={form} at={at} store={store} readOnly={readOnly} />
          <ol>
            {group.fields.map((field) => (
              <Row
                key={field.element}
                field={field}
                schema={form.schema.properties[field.element] as FieldSchema | undefined}
                required={required.has(field.element)}
                fault={props.faults.get(field.element)}
                chosen={props.chosen === field.element}
                handlers={handlers}
                movable={!readOnly}
              />
            ))}
          </ol>
          {group.fields.length === 0 && (
            <p
              className="sec none"
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                const from = placeOf(form.layout, event.dataTransfer.getData('text/plain'))
                if (from !== null)
                  store.restructure({
                    layout: withFieldMoved(form.layout, from, { group: at, at: 0 }),
                  })
              }}
            >
              这一组还没有项目：从左边的目录里点选，或者把别组的项目拖过来。
            </p>
          )}
        </div>
      ))}
      {!readOnly && (
        <button type="button" className="link add" onClick={addGroup}>
          + 添加一组（网上办事一组一页）
        </button>
      )}
    </div>
  )
}

/** The same functions for the life of the page: a row is not drawn anew because of them. */
function useRowHandlers(
  list: RefObject<HTMLDivElement | null>,
  store: DraftStore<FormContent>,
  readOnly: boolean,
  onChoose: (element: string) => void,
  onRemove: (element: string) => void,
): RowHandlers {
  const focus = useCallback(
    (element: string) =>
      requestAnimationFrame(() =>
        list.current
          ?.querySelector<HTMLElement>(`[data-element="${CSS.escape(element)}"]`)
          ?.focus(),
      ),
    [list],
  )
  const step = useCallback(
    (element: string, by: 1 | -1, move: boolean) => {
      const { layout } = store.get()
      const from = placeOf(layout, element)
      const to = from === null ? null : placeBeside(layout, from, by)
      if (from === null || to === null) return
      if (move) {
        store.restructure({ layout: withFieldMoved(layout, from, to) })
        focus(element)
        return
      }
      const elements = layout.flatMap(({ fields }) => fields.map((field) => field.element))
      const next = elements[elements.indexOf(element) + by]
      if (next === undefined) return
      onChoose(next)
      focus(next)
    },
    [store, focus, onChoose],
  )
  const key = useCallback(
    (event: KeyboardEvent, element: string) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
      if (by !== null) {
        event.preventDefault()
        step(element, by, event.altKey && !readOnly)
      } else if (event.key === 'Delete' && !readOnly) {
        event.preventDefault()
        onRemove(element)
      }
    },
    [step, onRemove, readOnly],
  )
  const drag = useCallback((event: DragEvent, element: string) => {
    event.dataTransfer.setData('text/plain', element)
    event.dataTransfer.effectAllowed = 'move'
  }, [])
  const drop = useCallback(
    (event: DragEvent, element: string) => {
      event.preventDefault()
      const { layout } = store.get()
      const dragged = event.dataTransfer.getData('text/plain')
      const [from, to] = [placeOf(layout, dragged), placeOf(layout, element)]
      if (from === null || to === null || dragged === element) return
      store.restructure({ layout: withFieldMoved(layout, from, to) })
    },
    [store],
  )
  return useMemo(() => ({ choose: onChoose, key, drag, drop }), [onChoose, key, drag, drop])
}

const Row = memo(function Row(props: {
  field: FormField
  schema: FieldSchema | undefined
  required: boolean
  fault: string | undefined
  chosen: boolean
  movable: boolean
  handlers: RowHandlers
}) {
  const { field, schema, handlers } = props
  return (
    <li className={props.chosen ? 'on' : ''}>
      <button
        type="button"
        className="form-row"
        data-element={field.element}
        aria-pressed={props.chosen}
        draggable={props.movable}
        onClick={() => handlers.choose(field.element)}
        onKeyDown={(event) => handlers.key(event, field.element)}
        onDragStart={(event) => handlers.drag(event, field.element)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => handlers.drop(event, field.element)}
      >
        <span className="grip" aria-hidden="true">
          ⋮⋮
        </span>
        <b className="ell">
          {schema?.title ?? field.element}
          {props.required && <em aria-label="必填">*</em>}
        </b>
        <small className="sec">{schema === undefined ? '没有说明' : schemaWords(schema)}</small>
        {field.when.length > 0 && <span className="tag">有条件</span>}
        {props.fault !== undefined && <span className="tag red">{props.fault}</span>}
      </button>
    </li>
  )
})
