import { useCallback, useState } from 'react'
import type { CatalogueChange } from '../../../contract/catalogue-changes.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { longDate } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PUBLIC_CHANGES } from '../public-operations.ts'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { Mixed } from '../words/mixed.tsx'
import { useChangesWords } from './words.ts'
import './changes.css'

/** The public change log of the list: `/changes?item=aba-36` is one item's. */
export function ChangesPage() {
  const words = useChangesWords()
  const [itemId] = useState(() => new URLSearchParams(window.location.search).get('item'))
  const load = useCallback(
    (signal: AbortSignal) => loadChanges(itemId, undefined, signal),
    [itemId],
  )
  const { reply, problem, retry } = useAnswer(load)
  const [older, setOlder] = useState<Awaited<ReturnType<typeof loadChanges>>[]>([])
  const [fault, setFault] = useState<ApiProblem | null>(null)
  const changes = [reply, ...older].flatMap((page) => page?.changes ?? [])
  const cursor = (older.at(-1) ?? reply)?.nextCursor ?? null
  const more = () => {
    setFault(null)
    loadChanges(itemId, cursor ?? undefined).then(
      (page) => setOlder((before) => [...before, page]),
      (error: unknown) => setFault(asApiProblem(error)),
    )
  }
  return (
    <PublicShell title={words.title}>
      <div className="wrap changes">
        <h1>{words.title}</h1>
        <p className="soft">{words.intro}</p>
        {itemId !== null && <OnlyOf name={changes[0]?.itemName ?? itemId} />}
        {problem && <ProblemNote problem={problem} onRetry={retry} />}
        {!reply && !problem && <Skeleton lines={8} />}
        {reply?.changes.length === 0 && (
          <EmptyNote title={words.none}>{words.noneAdvice}</EmptyNote>
        )}
        <ol className="card log">
          {changes.map((change) => (
            <Change key={`${change.itemId}${change.kind}${change.version}`} change={change} />
          ))}
        </ol>
        <Older isThere={cursor !== null} fault={fault} onMore={more} />
      </div>
    </PublicShell>
  )
}

function Older(props: { isThere: boolean; fault: ApiProblem | null; onMore: () => void }) {
  const words = useChangesWords()
  if (props.fault) return <ProblemNote problem={props.fault} onRetry={props.onMore} />
  if (!props.isThere) return null
  return (
    <button type="button" className="btn" onClick={props.onMore}>
      {words.older}
    </button>
  )
}

function OnlyOf({ name }: { name: string }) {
  const words = useChangesWords()
  return (
    <p>
      <Mixed>{words.of(name)}</Mixed> · <a href="/changes">{words.all}</a>
    </p>
  )
}

async function loadChanges(itemId: string | null, cursor?: string, signal?: AbortSignal) {
  return await call(PUBLIC_CHANGES, {
    query: { ...(itemId === null ? {} : { itemId }), ...(cursor === undefined ? {} : { cursor }) },
    ...(signal ? { signal } : {}),
  })
}

function Change({ change }: { change: CatalogueChange }) {
  const words = useChangesWords()
  const language = useLanguage()
  const chinese = useChinese()
  const { document } = change
  return (
    <li>
      <time dateTime={change.effectiveOn}>{longDate(change.effectiveOn, language)}</time>
      <div>
        <b {...chinese}>{change.itemName}</b>
        {change.scheduled && <em className="mark amber">{words.scheduled}</em>}
        <p {...chinese}>
          {change.sentence}
          {change.reason !== '' && ` · ${change.reason}`}
        </p>
        <small>
          <span {...chinese}>{change.departmentName}</span>
          {' · '}
          <Mixed>
            {document
              ? words.document(
                  document.name,
                  document.number,
                  longDate(document.issuedOn, language),
                )
              : words.shipped}
          </Mixed>
          {' · '}
          <a href={`/items/${encodeURIComponent(change.itemId)}`}>{words.guide}</a>
        </small>
      </div>
    </li>
  )
}
