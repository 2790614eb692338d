import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { checkDraft } from '../../../../contract/catalogue-checking.ts'
import { saveDraft } from '../../../../contract/catalogue-editing.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { useCommandId } from '../../../api/use-command-id.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { CATALOGUE } from '../catalogue-queries.ts'
import { DocumentFields, isDocument } from '../document-fields.tsx'
import { NO_DOCUMENT } from '../editor/use-editing.ts'
import { useCatalogueAct } from '../use-catalogue-act.ts'
import { FindingNotes } from './finding-notes.tsx'
import { useSubmit, type ActDialog } from './use-draft-acts.ts'

/** Characters: the reason is public. */
const LEAST_REASON = 5

/** To the department's decider and the Bureau: what was changed and why, and what the linter still says. */
export function SubmitDialog({ draft, onClose }: ActDialog) {
  const [reason, setReason] = useState(draft.reason)
  const [document, setDocument] = useState(draft.document ?? NO_DOCUMENT)
  const findings = useQuery({
    queryKey: [CATALOGUE, 'draft', draft.draftId, 'findings', draft.version],
    queryFn: ({ signal }) => call(checkDraft, { params: { draftId: draft.draftId }, signal }),
    enabled: draft.kind === 'guide',
  }).data?.findings
  const saving = useCommandId()
  const describe = useCatalogueAct(async () => {
    const named = isDocument(document) ? document : null
    if (reason.trim() === draft.reason && same(named, draft.document)) return draft
    try {
      const saved = await call(saveDraft, {
        params: { draftId: draft.draftId },
        body: {
          commandId: saving.current(),
          expectedVersion: draft.version,
          ...(draft.guide === null ? {} : { guide: draft.guide }),
          ...(draft.item === null ? {} : { item: draft.item }),
          document: named,
          reason: reason.trim(),
        },
      })
      saving.settle()
      return saved
    } catch (raised) {
      saving.settle(asApiProblem(raised))
      throw raised
    }
  })
  const submit = useSubmit()
  const begun = Object.values(document).some((text) => text !== '') && !isDocument(document)
  const confirm = async () => {
    const described = await describe.run(null)
    if (described && (await submit.run(described))) onClose()
  }
  const errors = findings?.filter(({ severity }) => severity === 'error') ?? []
  return (
    <ConfirmDialog
      title="送审"
      confirmLabel="送审"
      ready={!begun && reason.trim().length >= LEAST_REASON}
      busy={describe.busy || submit.busy}
      problem={describe.problem ?? submit.problem}
      warning={begun ? '依据文件请填全名称、文号和印发日期；没有就都不填。' : undefined}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>
        送审后由{draft.departmentName}
        的首席代表或者负责人、州行政审批局事项审定人分别确认。起草人不能确认自己写的内容。
      </p>
      {errors.length > 0 && (
        <>
          <p className="fault">自动检查还有 {errors.length} 处须改正，不改正不能发布：</p>
          <FindingNotes findings={errors} guide={draft.guide ?? undefined} />
        </>
      )}
      <div className="short-form">
        <label className="row">
          <span>改了什么</span>
          <Input
            value={reason}
            maxLength={500}
            placeholder="至少 5 个字，公众在调整记录中看到"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <DocumentFields value={document} onChange={setDocument} />
      </div>
    </ConfirmDialog>
  )
}

function same(a: typeof NO_DOCUMENT | null, b: typeof NO_DOCUMENT | null): boolean {
  return a?.name === b?.name && a?.number === b?.number && a?.issuedOn === b?.issuedOn
}
