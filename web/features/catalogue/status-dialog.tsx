import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { saveDraft, startDraft } from '../../../contract/catalogue-editing.ts'
import type { LegalDocument } from '../../../contract/item-schema.ts'
import { STATUS_NAME } from '../../../domain/catalogue/versions/status-words.ts'
import { ApiProblem, asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { CatalogueRow } from './catalogue-queries.ts'
import { DocumentFields, isDocument } from './document-fields.tsx'
import { NO_DOCUMENT } from './editor/use-editing.ts'
import type { StatusAct } from './status-acts.ts'
import { useCatalogueAct } from './use-catalogue-act.ts'

/** Suspended, devolved, merged, converted, cancelled: on which document, and why. Makes a draft that others confirm. */
export function StatusDialog(props: { item: CatalogueRow; act: StatusAct; onClose: () => void }) {
  const { item, act } = props
  const navigate = useNavigate()
  const [document, setDocument] = useState<LegalDocument>(NO_DOCUMENT)
  const [handledBy, setHandledBy] = useState('')
  const [reason, setReason] = useState('')
  const written = item.drafts.some(({ kind }) => kind === 'item')
  const saving = useCommandId()
  const make = useCatalogueAct(async (_: null, commandId) => {
    const draft = await call(startDraft, {
      body: { commandId, itemId: item.itemId, kind: 'item' },
    })
    if (draft.item === null) throw new ApiProblem(NOT_AN_ITEM)
    const change = { status: act.to, handledBy: act.handledBy === null ? null : handledBy.trim() }
    try {
      return await call(saveDraft, {
        params: { draftId: draft.draftId },
        body: {
          commandId: saving.current(),
          expectedVersion: draft.version,
          item: { ...draft.item, ...change },
          document,
          reason: reason.trim(),
        },
      })
    } catch (raised) {
      saving.settle(asApiProblem(raised))
      throw raised
    }
  })
  const ready =
    !written &&
    isDocument(document) &&
    (act.handledBy === null || handledBy.trim() !== '') &&
    reason.trim().length >= 5
  const confirm = async () => {
    const draft = await make.run(null)
    if (draft) await navigate(`/catalogue/${item.itemId}/drafts/${draft.draftId}`)
  }
  return (
    <ConfirmDialog
      title={`${act.name}：${item.name}`}
      confirmLabel="建立草稿"
      ready={ready}
      busy={make.busy}
      problem={make.problem}
      warning={written ? '本事项已有一份事项草稿，请先送审发布或者作废那一份。' : undefined}
      onConfirm={() => void confirm()}
      onClose={props.onClose}
    >
      <p>
        状态由“{STATUS_NAME[item.status]}”改为“{STATUS_NAME[act.to]}”。{act.meaning}
      </p>
      <p className="sec">先成为草稿，由部门和州行政审批局分别确认后，自选定的工作日零时起生效。</p>
      <div className="short-form">
        {act.handledBy !== null && (
          <label className="row">
            <span>{act.handledBy}</span>
            <Input
              placeholder={act.handledByHint}
              value={handledBy}
              maxLength={200}
              onChange={(event) => setHandledBy(event.target.value)}
            />
          </label>
        )}
        <DocumentFields value={document} onChange={setDocument} />
        <label className="row">
          <span>说明</span>
          <Input
            value={reason}
            maxLength={500}
            placeholder="至少 5 个字，公众在调整记录中看到"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </ConfirmDialog>
  )
}

const NOT_AN_ITEM = {
  code: 'unexpected-answer',
  detail: '没有取到事项要素，请刷新后重试。',
  status: 500,
}
