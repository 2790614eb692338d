import { Input } from 'antd'
import { useSyncExternalStore } from 'react'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { ItemContent } from '../../../contract/item-schema.ts'
import { codeFaults } from '../../../domain/catalogue/item-codes.ts'
import { STATUS_NAME } from '../../../domain/catalogue/versions/status-words.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { DocumentFields } from './document-fields.tsx'
import './editor/editor.css'
import { ConflictNote } from './editor/conflict-note.tsx'
import { ItemCodesPanel } from './item-codes-panel.tsx'
import { ItemHeadingsPanel } from './item-headings-panel.tsx'
import { SaveLine } from './editor/save-line.tsx'
import type { Editing } from './editor/use-autosave.ts'
import type { ItemDraft } from './editor/use-editing.ts'

/** What an editor may change of an item: its name, state, how people look for it. */
export function ItemEditor({ draft, editing }: { draft: DraftView; editing: Editing<ItemDraft> }) {
  const { store, saver } = editing
  const { item, document, reason } = useSyncExternalStore(store.subscribe, store.get)
  const readOnly = !draft.possible.includes('edit')
  useHotkeys({ 'Ctrl+S': () => void saver.save() })
  const read = ItemContent.safeParse(item)
  const faultOf = (field: string) =>
    read.success ? undefined : read.error.issues.find(({ path }) => path[0] === field)?.message
  const faultAt = (path: string) =>
    read.success
      ? codeFaults(read.data).find(({ field }) => field === path)?.message
      : read.error.issues.find((issue) => issue.path.join('.') === path)?.message
  const text = (field: 'name' | 'pinyinInitials', label: string, max: number) => (
    <label className="row">
      <span>{label}</span>
      <span>
        <Input
          value={item[field]}
          maxLength={max}
          readOnly={readOnly}
          onChange={(event) => store.set(`item.${field}`, event.target.value)}
        />
        {faultOf(field) && <span className="fault">{faultOf(field)}</span>}
      </span>
    </label>
  )
  const optional = (field: 'remark' | 'handledBy', label: string, max: number) => (
    <label className="row">
      <span>{label}</span>
      <Input
        value={item[field] ?? ''}
        maxLength={max}
        readOnly={readOnly}
        placeholder="没有就不填"
        onChange={(event) =>
          store.set(`item.${field}`, event.target.value === '' ? null : event.target.value)
        }
      />
    </label>
  )
  return (
    <div className="item-editor">
      <ConflictNote saver={saver} />
      <section className="panel">
        <div className="ph">
          <h2 className="h">事项要素</h2>
          <span className="x">
            <SaveLine saver={saver} store={store} readOnly={readOnly} />
          </span>
        </div>
        <div className="short-form">
          {text('name', '事项名称', 200)}
          {text('pinyinInitials', '拼音首字母', 100)}
          <label className="row">
            <span>状态</span>
            <select
              className="control"
              value={item.status}
              disabled={readOnly}
              onChange={(event) => store.set('item.status', event.target.value)}
            >
              {Object.entries(STATUS_NAME).map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {optional('handledBy', '现在哪里办', 200)}
          {optional('remark', '备注', 500)}
          <label className="row">
            <span>同义词</span>
            <Input
              value={item.words.synonyms.join('、')}
              readOnly={readOnly}
              placeholder="公众会怎样叫它，用顿号隔开"
              onChange={(event) =>
                store.set(
                  'item.words.synonyms',
                  event.target.value === '' ? [] : event.target.value.split('、').slice(0, 60),
                )
              }
            />
          </label>
          <label className="row">
            <span>英文名称</span>
            <Input
              value={item.words.nameEn}
              maxLength={300}
              readOnly={readOnly}
              onChange={(event) => store.set('item.words.nameEn', event.target.value)}
            />
          </label>
        </div>
      </section>
      <ItemCodesPanel
        item={item}
        readOnly={readOnly}
        faultAt={faultAt}
        set={(path, value) => store.set(`item.${path}`, value)}
      />
      <ItemHeadingsPanel
        item={item}
        readOnly={readOnly}
        set={(path, value) => store.set(`item.${path}`, value)}
      />
      <section className="panel">
        <div className="ph">
          <h2 className="h">依据</h2>
          <span className="sec">调整状态必须有依据文件</span>
        </div>
        <div className="short-form">
          <DocumentFields
            value={document}
            readOnly={readOnly}
            onChange={(next) => store.set('document', next)}
          />
          <label className="row">
            <span>说明</span>
            <Input
              value={reason}
              maxLength={500}
              readOnly={readOnly}
              placeholder="公众在调整记录中看到"
              onChange={(event) => store.set('reason', event.target.value)}
            />
          </label>
        </div>
      </section>
    </div>
  )
}
