import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { searchQuery } from '../../api/queries.ts'
import { ApplicationTable } from '../../ui/application-table.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import './search.css'

/** Any application this person may see: by number or its tail, applicant, item or its initials. */
export function SearchPage() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('q') ?? ''
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, isFetching, refetch } = useQuery(searchQuery(asked, cursors.at(-1)))
  const ask = (q: string) => {
    setCursors([])
    setParams(q === '' ? {} : { q })
  }
  return (
    <StaffShell place="查找办件">
      <div className="search-place">
        <SearchForm key={asked} asked={asked} onAsk={ask} />
        {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {asked === '' ? (
          <EmptyNote title="输入一项就可以查">
            办件编号或者末四位以上、申请人姓名或者其中相邻两字、事项名称、拼音首字母；也可以扫描文书上的二维码或者身份证件。
          </EmptyNote>
        ) : (
          <ApplicationTable
            rows={data?.rows}
            loading={isFetching}
            empty={
              <EmptyNote title="没有查到办件">
                请核对编号，或者换申请人姓名中相邻的两个字再试。只显示您有权查看的办件。
              </EmptyNote>
            }
            paging={{ next: data?.next ?? null, cursors, onCursors: setCursors }}
          />
        )}
        {data?.hint && (
          <p className="sec small" role="status">
            {data.hint}
          </p>
        )}
      </div>
    </StaffShell>
  )
}

function SearchForm({ asked, onAsk }: { asked: string; onAsk: (q: string) => void }) {
  const [text, setText] = useState(asked)
  return (
    <form
      className="panel search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(text.trim())
      }}
    >
      <label htmlFor="search-text">编号、申请人、事项</label>
      <input
        id="search-text"
        className="text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={100}
        autoFocus
        autoComplete="off"
        placeholder="如 000014、张某某、hlwsw"
      />
      <button type="button" className="btn" onClick={() => onAsk('')}>
        重置
      </button>
      <button type="submit" className="btn primary">
        查询
      </button>
    </form>
  )
}
