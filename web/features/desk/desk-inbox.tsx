import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { worklistQuery } from '../../api/queries.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ExportListButton } from '../../ui/export-list-button.tsx'
import { listCount } from '../../ui/list-count.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { DeskTable } from './desk-table.tsx'
import { EMPTY_WORDS, type DeskPlace } from './desk-place.ts'

/** The inbox: a query, the rows by what the law makes urgent, and pages by key. */
export function DeskInbox({ place }: { place: DeskPlace }) {
  const { list, q } = place
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery({
    ...worklistQuery(list, q === '' ? undefined : q, cursors.at(-1)),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="inbox">
      <QueryForm q={q} onQuery={(next) => place.go({ q: next })} />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <DeskTable
        rows={data?.rows}
        onOpen={(openId) => place.go({ openId })}
        empty={
          <EmptyNote title={q === '' ? '没有待办' : `没有查到“${q}”`}>
            {q === ''
              ? (EMPTY_WORDS[list] ?? '新的办件会自动出现在这里。')
              : '可以只输入编号的末四位以上，或者姓名中相邻的两个字；按“重置”看全部。'}
          </EmptyNote>
        }
      />
      {data && (
        <nav className="pager" aria-label="翻页">
          <span className="sec">
            共 {listCount(data.count)} 件 · 第 {cursors.length + 1} 页 · 按期限先后排列
            {data.hint && ` · ${data.hint}`}
          </span>
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            上一页
          </Button>
          <Button
            disabled={data.next === null}
            onClick={() => data.next !== null && setCursors([...cursors, data.next])}
          >
            下一页
          </Button>
        </nav>
      )}
    </div>
  )
}

function QueryForm(props: { q: string; onQuery: (q: string) => void }) {
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState(props.q)
  useHotkeys({ '/': () => input.current?.focus({ cursor: 'all' }) })
  return (
    <Form layout="inline" className="query" onFinish={() => props.onQuery(typed.trim())}>
      <Form.Item label="编号、申请人或者事项" htmlFor="desk-query">
        <Input
          id="desk-query"
          ref={input}
          value={typed}
          maxLength={100}
          allowClear
          placeholder="编号末四位、姓名两字、事项首字母"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') input.current?.blur()
          }}
        />
      </Form.Item>
      <Button
        onClick={() => {
          setTyped('')
          props.onQuery('')
        }}
      >
        重置
      </Button>
      <Button type="primary" htmlType="submit">
        查询
      </Button>
      <ExportListButton choosesDepartment={false} />
    </Form>
  )
}
