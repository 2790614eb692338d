import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import {
  FormContent,
  getFormDraft,
  saveFormDraft,
  type FormContent as Form,
} from '../../../../contract/forms.ts'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { meQuery } from '../../../api/queries.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { catalogueQuery, draftQuery, elementsQuery, formDraftQuery } from '../catalogue-queries.ts'
import type { Question } from '../editor/new-parts.ts'
import type { Saved } from '../editor/draft-saver.ts'
import { useAutosave } from '../editor/use-autosave.ts'
import { FormEditor } from './form-editor.tsx'
import { EMPTY_FORM } from './form-edits.ts'

const NOT_THERE = 'form-not-found'

/** The design of a form: what is asked, in which order and when. Published with the guide that names it. */
export function FormPage() {
  const { itemId = '', formId = '' } = useParams()
  const draft = useQuery(formDraftQuery(formId))
  const elements = useQuery(elementsQuery())
  const questions = useQuestions(itemId)
  const isNew = draft.error !== null && asApiProblem(draft.error).code === NOT_THERE
  const error = isNew ? elements.error : (draft.error ?? elements.error)
  if (error)
    return (
      <div className="catalogue">
        <ProblemNote problem={error} onRetry={() => void draft.refetch()} />
      </div>
    )
  if (draft.isPending || !elements.data) return <Skeleton lines={14} />
  return (
    <FormSpace
      key={formId}
      itemId={itemId}
      formId={formId}
      draft={draft.data}
      elements={elements.data.elements as readonly DataElement[]}
      questions={questions}
    />
  )
}

/** The situation questions of the guide that is being written, so that a field may hang on them. */
function useQuestions(itemId: string): readonly Question[] | undefined {
  const items = useQuery(catalogueQuery()).data?.items
  const row = items
    ?.find((one) => one.itemId === itemId)
    ?.drafts.find(({ kind }) => kind === 'guide')
  const { data } = useQuery({ ...draftQuery(row?.draftId ?? ''), enabled: row !== undefined })
  return data?.guide?.questions
}

type FormDraft = z.output<typeof getFormDraft.reply>

function startOf(draft: FormDraft | undefined): Saved<Form> {
  return draft === undefined
    ? { version: 0, content: EMPTY_FORM }
    : { version: draft.revision, content: draft.form }
}

function FormSpace(props: {
  itemId: string
  formId: string
  /** Absent: nobody has begun it yet. */
  draft: FormDraft | undefined
  elements: readonly DataElement[]
  questions: readonly Question[] | undefined
}) {
  const { formId } = props
  const version = props.draft?.baseVersion ?? null
  const role = useQuery(meQuery()).data?.role
  const queries = useQueryClient()
  const params = { formId }
  const editing = useAutosave<Form>({
    name: `form/${formId}`,
    start: startOf(props.draft),
    sendable: (form) => (FormContent.safeParse(form).success ? form : null),
    send: async (form, expectedRevision, commandId) => {
      const saved = await call(saveFormDraft, {
        params,
        body: { commandId, expectedRevision, form },
      })
      queries.setQueryData(formDraftQuery(formId).queryKey, { ...saved, form })
      return { version: saved.revision, content: form }
    },
    read: async () => {
      const now = await call(getFormDraft, { params })
      return { version: now.revision, content: now.form }
    },
  })
  const { store } = editing
  const name = useQuery(catalogueQuery()).data?.items.find(
    ({ itemId }) => itemId === props.itemId,
  )?.name
  const title = useSyncExternalStore(store.subscribe, () => store.get().title)
  return (
    <div className="form-space">
      <header className="draft-head">
        <div>
          <p className="crumb">
            <Link to="/catalogue">事项管理</Link> /{' '}
            <Link to={`/catalogue/${props.itemId}`}>{name ?? '事项'}</Link>
          </p>
          <h1>
            表单设计：{title}
            <small className="sec">
              {formId}，{version === null ? '还没有发布过' : `现行第 ${version} 版`}
              ，随指南一起发布
            </small>
          </h1>
        </div>
      </header>
      <FormEditor
        editing={editing}
        readOnly={role !== 'catalogue-editor'}
        elements={props.elements}
        questions={props.questions}
      />
    </div>
  )
}
