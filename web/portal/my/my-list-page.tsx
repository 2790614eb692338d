import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { WorklistRow } from '../../../contract/applications.ts'
import { worklistQuery } from '../../api/queries.ts'
import { dayOf, longDate, remainingWords } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { MyDrafts } from '../apply/my-drafts.tsx'
import { MyBookings } from '../booking/my-bookings.tsx'
import { MyBundleCases } from '../bundles/case/my-bundle-cases.tsx'
import { useLanguage } from '../words/language.ts'
import { statusWord } from './my-words.ts'
import { Pager } from './pager.tsx'
import { useMyWords } from './words.ts'

type Row = z.output<typeof WorklistRow>

export function MyListPage() {
  const words = useMyWords()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery(worklistQuery('mine', '', cursors.at(-1)))
  return (
    <>
      <h1>{words.title}</h1>
      <MyDrafts />
      <MyBundleCases />
      <MyBookings brief />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.rows.length === 0 && (
        <EmptyNote title={words.none}>
          {words.noneBefore}
          <a href="/items">{words.itemList}</a>
          {words.noneAfter}
        </EmptyNote>
      )}
      {data && data.rows.length > 0 && (
        <ul className="my-list card">
          {data.rows.map((row) => (
            <MyRow key={row.applicationId} row={row} />
          ))}
        </ul>
      )}
      <Pager
        label={words.pages}
        before={words.before}
        after={words.after}
        cursors={cursors}
        next={data?.next}
        onGo={setCursors}
      />
    </>
  )
}

function MyRow({ row }: { row: Row }) {
  const words = useMyWords()
  const language = useLanguage()
  return (
    <li>
      <a href={`/my/applications/${row.applicationId}`}>
        <b lang="zh-CN">{row.itemName}</b>
        <span className="soft">
          {row.number} · <span lang="zh-CN">{row.departmentName}</span> ·{' '}
          {words.received(longDate(dayOf(row.receivedAt), language))}
        </span>
        <span className="state">
          <Lamp light={row.light}>{statusWord(row.status, row.statusName, words)}</Lamp>
          {row.dueOn && (
            <small className="soft">
              <span lang="zh-CN">{row.dueName}</span> {longDate(row.dueOn, language)} ·{' '}
              {remainingWords(row.remaining, language)}
            </small>
          )}
        </span>
      </a>
    </li>
  )
}
