import { memo, useState } from 'react'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import { TYPE_NAMES } from './field-words.ts'

/** The dictionary of data elements (数据元目录): what is in the form already is marked and cannot be added twice. */
export const ElementList = memo(function ElementList(props: {
  elements: readonly DataElement[]
  asked: ReadonlySet<string>
  readOnly: boolean
  onAdd: (element: DataElement) => void
}) {
  const [typed, setTyped] = useState('')
  const word = typed.trim().toLowerCase()
  const shown = props.elements.filter(
    ({ id, name, nameEn }) =>
      name.includes(word) || id.includes(word) || nameEn.toLowerCase().includes(word),
  )
  return (
    <section className="panel element-list" aria-label="数据元目录">
      <div className="ph">
        <input
          className="control"
          aria-label="查找数据元"
          placeholder={`查找 ${props.elements.length} 个数据元`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <ul>
        {shown.map((element) => (
          <li key={element.id}>
            <button
              type="button"
              disabled={props.readOnly || props.asked.has(element.id)}
              onClick={() => props.onAdd(element)}
            >
              <b>{element.name}</b>
              <small className="sec">
                {element.id} · {TYPE_NAMES[element.schema.type]}
                {element.personal && ' · 个人信息'}
                {props.asked.has(element.id) && ' · 已在表单'}
              </small>
            </button>
          </li>
        ))}
        {shown.length === 0 && (
          <li className="sec none">
            目录里没有这个数据元。表单只能问目录里有的内容，同一件事全网只问一次。
          </li>
        )}
      </ul>
    </section>
  )
})
