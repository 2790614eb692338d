import { useEffect, useRef } from 'react'
import type { WorklistRow } from '../../../contract/applications.ts'
import { longDate, remainingWords } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Lamp, type Light } from '../../ui/lamp.tsx'
import { listCount } from '../../ui/list-count.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Letters } from './use-letters.ts'

export function WaitingList({ letters, onSeal }: { letters: Letters; onSeal: () => void }) {
  const { waiting } = letters
  const { rows } = waiting
  return (
    <section className="waiting" aria-label="待盖章的函">
      <div className="sub">
        <h2 className="h">待盖章的函</h2>
        {waiting.count !== undefined && <span className="sec">{listCount(waiting.count)} 份</span>}
        {rows && rows.length > 0 && (
          <span className="x sec small">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> 移动 <Kbd>空格</Kbd> 选择
          </span>
        )}
      </div>
      {rows && <Rows rows={rows} letters={letters} />}
      {!rows && !waiting.error && <Skeleton lines={6} />}
      {waiting.error && <ProblemNote problem={waiting.error} onRetry={waiting.retry} />}
      {rows?.length === 0 && <p className="none">都盖完了。新的函会自动出现在这里。</p>}
      {waiting.hasMore && (
        <button
          type="button"
          className="btn more"
          disabled={waiting.loadingMore}
          onClick={waiting.more}
        >
          {waiting.loadingMore ? '正在读取…' : '再显示 50 份'}
        </button>
      )}
      <Foot letters={letters} onSeal={onSeal} />
    </section>
  )
}

function Rows({ rows, letters }: { rows: readonly WorklistRow[]; letters: Letters }) {
  const currentId = letters.current?.applicationId
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('.on')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label="待盖章的函"
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={currentId && `letter-${currentId}`}
    >
      {rows.map((row) => (
        <Letter
          key={row.applicationId}
          row={row}
          current={row.applicationId === currentId}
          chosen={letters.chosen.includes(row.applicationId)}
          blocked={letters.unconfirmed.has(row.itemId)}
          onCurrent={() => letters.open(row.applicationId)}
          onToggle={() => letters.toggle(row.applicationId)}
        />
      ))}
    </ul>
  )
}

function Foot({ letters, onSeal }: { letters: Letters; onSeal: () => void }) {
  const { together, waiting } = letters
  if (together.length > 0)
    return (
      <footer>
        <button type="button" className="btn primary" onClick={onSeal}>
          盖章 已选 {together.length} 份 <Kbd>F8</Kbd>
        </button>
        <button type="button" className="link" onClick={letters.chooseNone}>
          全不选 <Kbd>Esc</Kbd>
        </button>
      </footer>
    )
  return (waiting.rows?.length ?? 0) > 1 ? (
    <footer className="sec small">
      <span>
        <Kbd>Ctrl+A</Kbd> 全选，一次确认、逐份盖章
      </span>
    </footer>
  ) : null
}

function Letter(props: {
  row: WorklistRow
  current: boolean
  chosen: boolean
  blocked: boolean
  onCurrent: () => void
  onToggle: () => void
}) {
  const { row } = props
  return (
    <li
      id={`letter-${row.applicationId}`}
      role="option"
      aria-selected={props.chosen}
      className={props.current ? 'on' : ''}
      onClick={(event) => {
        props.onCurrent()
        if (event.ctrlKey || event.metaKey) props.onToggle()
      }}
    >
      <span
        className={`box ${props.chosen ? 'on' : ''} ${props.blocked ? 'no' : ''}`}
        title={props.blocked ? '用印方式待两人确认，盖不了章' : '选择（空格）'}
        onClick={(event) => {
          event.stopPropagation()
          props.onToggle()
        }}
      />
      <div>
        <div className="line">
          <span className="b ell" title={row.itemName}>
            {row.itemName}
          </span>
          {row.levelMark === '×' && (
            <span className={`tag ${props.blocked ? 'amber' : ''}`} title="清单在本事项标有 ×">
              ×
            </span>
          )}
        </div>
        <div className="line small sec">
          <span className="ell">{row.applicantName}</span>
          <span className="x">{row.departmentName}</span>
        </div>
        <div className="line small sec">
          <span className="ell" title={`办件编号 ${row.number}`}>
            {row.number}
          </span>
          <span className="x due" title={dueTitle(row)}>
            {props.blocked ? (
              <Lamp light="none">用印方式待确认</Lamp>
            ) : (
              <Lamp light={lampOf(row)}>{remainingWords(row.remaining) || row.statusName}</Lamp>
            )}
          </span>
        </div>
      </div>
    </li>
  )
}

/** After the decision the lamp of the row is out: the limit that still runs, ten working days to issue, lights its own. */
function lampOf({ light, remaining }: WorklistRow): Light {
  if (light !== 'none' && light !== 'green') return light
  if (remaining === null) return light
  return remaining < 0 ? 'red' : remaining <= 1 ? 'amber' : 'green'
}

function dueTitle({ dueName, dueOn }: WorklistRow): string {
  return dueOn === null ? '没有正在计算的期限' : `${dueName} ${longDate(dueOn)}`
}
