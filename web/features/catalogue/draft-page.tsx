import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { meQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { draftQuery, versionQuery } from './catalogue-queries.ts'
import { DraftSpace } from './draft-space.tsx'
import { GuideEditor } from './editor/guide-editor.tsx'
import { useGuideEditing, useItemEditing } from './editor/use-editing.ts'
import './draft.css'
import { ItemEditor } from './item-editor.tsx'
import type { Linted } from './lint.ts'
import { useFormOf } from './use-form-of.ts'
import { useItemInForce } from './use-item-in-force.ts'

/** A draft: written by the department's editor, confirmed by the department and the Bureau, published. */
export function DraftPage() {
  const { draftId = '' } = useParams()
  const { data, error, refetch } = useQuery(draftQuery(draftId))
  if (error && !data)
    return (
      <div className="catalogue">
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        <Link to="/catalogue">回到事项管理</Link>
      </div>
    )
  if (!data) return <Skeleton lines={14} />
  return data.kind === 'guide' ? (
    <GuideDraft key={data.draftId} draft={data} />
  ) : (
    <ItemDraft key={data.draftId} draft={data} />
  )
}

function GuideDraft({ draft }: { draft: DraftView }) {
  const basedOn = useQuery({
    ...versionQuery(draft.itemId, 'guide', draft.basedOn ?? 1),
    enabled: draft.basedOn !== null,
  })
  if (draft.guide === null) return null
  if (basedOn.isPending && draft.basedOn !== null && !basedOn.error) return <Skeleton lines={14} />
  return <GuideSpace draft={draft} guide={draft.guide} inForce={basedOn.data?.guide ?? null} />
}

function GuideSpace(props: {
  draft: DraftView
  guide: NonNullable<DraftView['guide']>
  inForce: NonNullable<DraftView['guide']> | null
}) {
  const { draft, guide } = props
  const editing = useGuideEditing(draft, guide)
  const item = useItemInForce(draft.itemId)
  const today = useQuery(meQuery()).data?.today
  const form = useFormOf(draft.itemId, editing.store)
  const linted = useMemo<Linted | undefined>(
    () =>
      item === undefined || today === undefined || form === undefined
        ? undefined
        : { itemId: draft.itemId, item, form, today },
    [draft.itemId, item, today, form],
  )
  return (
    <DraftSpace draft={draft} saver={editing.saver}>
      <GuideEditor draft={draft} editing={editing} inForce={props.inForce} linted={linted} />
    </DraftSpace>
  )
}

function ItemDraft({ draft }: { draft: DraftView }) {
  return draft.item === null ? null : <ItemSpace draft={draft} item={draft.item} />
}

function ItemSpace({ draft, item }: { draft: DraftView; item: NonNullable<DraftView['item']> }) {
  const editing = useItemEditing(draft, item)
  return (
    <DraftSpace draft={draft} saver={editing.saver}>
      <ItemEditor draft={draft} editing={editing} />
    </DraftSpace>
  )
}
