import type { FormContent } from '../../../../contract/forms.ts'
import { moved } from '../fields/moved.ts'
import { RowActs } from '../fields/row-acts.tsx'
import type { DraftStore } from '../editor/draft-store.ts'

/** A group's title and help: one page of the portal's form, one block at the window. */
export function GroupHead(props: {
  form: FormContent
  at: number
  store: DraftStore<FormContent>
  readOnly: boolean
}) {
  const { form, at, store, readOnly } = props
  const { layout } = form
  const group = layout[at]
  if (group === undefined) return null
  const remove = () => {
    const gone = new Set(group.fields.map(({ element }) => element))
    const { schema } = form
    store.restructure({
      schema: {
        ...schema,
        properties: Object.fromEntries(
          Object.entries(schema.properties).filter(([element]) => !gone.has(element)),
        ),
        required: schema.required.filter((element) => !gone.has(element)),
      },
      layout: layout.toSpliced(at, 1),
    })
  }
  return (
    <div className="group-head">
      <b>{at + 1}</b>
      <input
        className="control"
        aria-label={`第 ${at + 1} 组名称`}
        value={group.title}
        maxLength={100}
        readOnly={readOnly}
        onChange={(event) => store.set(['layout', String(at), 'title'], event.target.value)}
      />
      <input
        className="control"
        aria-label={`第 ${at + 1} 组说明`}
        value={group.help ?? ''}
        maxLength={1000}
        readOnly={readOnly}
        placeholder="这一组的说明，没有就不填"
        onChange={(event) =>
          store.set(
            ['layout', String(at), 'help'],
            event.target.value === '' ? null : event.target.value,
          )
        }
      />
      {!readOnly && (
        <RowActs
          name={`第 ${at + 1} 组`}
          first={at === 0}
          last={at === layout.length - 1}
          onMove={(by) => store.restructure({ layout: moved(layout, at, by) })}
          onRemove={remove}
        />
      )}
    </div>
  )
}
