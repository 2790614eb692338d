import { useGuideDraft } from '../editor/draft-context.tsx'
import { PartFrame, useFramed, type PartProps } from '../editor/part-frame.tsx'
import { moved } from './moved.ts'
import { RowActs } from './row-acts.tsx'

export type RowColumn = { readonly key: string; readonly label: string; readonly max: number }
type Row = Readonly<Record<string, string>>

/** A list of records with a few texts each: fees, discretion criteria, questions and answers. */
export function RowsPart(
  props: PartProps & { columns: readonly RowColumn[]; most: number; entry: string },
) {
  const { value: rows, set, readOnly } = useFramed<readonly Row[]>(props)
  const { store } = useGuideDraft()
  const part = props.part ?? props.path
  const restructure = (next: readonly Row[]) => store.restructure({ [props.path]: next })
  const empty = Object.fromEntries(props.columns.map(({ key }) => [key, '']))
  return (
    <PartFrame {...props} wide>
      {(id, described) => (
        <div className={`rows columns-${props.columns.length}`}>
          {rows.length > 0 && (
            <div className="rows-head sec" aria-hidden="true">
              {props.columns.map(({ key, label }) => (
                <span key={key}>{label}</span>
              ))}
            </div>
          )}
          {rows.map((row, at) => (
            <div key={at} className="rows-row" data-part={`${part}.${at}`}>
              {props.columns.map(({ key, label, max }, place) => (
                <textarea
                  key={key}
                  rows={1}
                  className="control"
                  {...(at === 0 && place === 0 ? { id } : {})}
                  data-part={`${part}.${at}.${key}`}
                  aria-label={`${props.entry}第 ${at + 1} 条${label}`}
                  aria-describedby={described}
                  value={row[key] ?? ''}
                  maxLength={max}
                  readOnly={readOnly}
                  onChange={(event) => set(rows.with(at, { ...row, [key]: event.target.value }))}
                />
              ))}
              {!readOnly && (
                <RowActs
                  name={`${props.entry}第 ${at + 1} 条`}
                  first={at === 0}
                  last={at === rows.length - 1}
                  onMove={(by) => restructure(moved(rows, at, by))}
                  onRemove={() => restructure(rows.toSpliced(at, 1))}
                />
              )}
            </div>
          ))}
          {rows.length === 0 && readOnly && <p className="sec">没有</p>}
          {!readOnly && rows.length < props.most && (
            <button
              type="button"
              className="link add"
              {...(rows.length === 0 ? { id } : {})}
              onClick={() => restructure([...rows, empty])}
            >
              + 添加{props.entry}
            </button>
          )}
        </div>
      )}
    </PartFrame>
  )
}
