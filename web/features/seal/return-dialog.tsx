import { Input } from 'antd'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChangedNote } from '../../ui/changed-note.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useTextDraft } from '../../ui/use-draft.ts'
import { useSeen } from './use-seen.ts'

const USUAL = ['证照内容与决定不一致：', '证照文件与函载摘要不一致：', '责任人或者签发人不符：']

/** Back to the department with a reason; a new letter follows, and the time to issue runs on. */
export function ReturnDialog(props: {
  application: ApplicationView
  onDone: () => void
  onClose: () => void
}) {
  const command = useCommand('return-letter')
  const seen = useSeen(props.application, command)
  const { application, changed } = seen
  const { applicationId, item, applicant } = application
  const reason = useTextDraft(`return-letter:${applicationId}`)
  const written = reason.value.trim()
  const confirm = async () => {
    if (changed) return seen.lookAgain()
    const reply = await command.run({
      applicationId,
      expectedVersion: seen.version,
      fields: { reason: written },
    })
    if (!reply) return
    reason.clear()
    props.onDone()
  }
  return (
    <ConfirmDialog
      title="退回准予许可函"
      ready={written !== ''}
      busy={command.busy || seen.reading}
      problem={seen.problem}
      warning={changed && <ChangedNote application={application} seenSeq={seen.seq} />}
      {...seen.label('return-letter', '退回')}
      confirmKey="F10"
      onConfirm={() => void confirm()}
      onClose={props.onClose}
    >
      <p>
        {applicant.name}“{item.name}”（{application.number}）的函将退回{item.departmentName}
        ，改正后重新出函。送达期限不停止计算。
      </p>
      <Input.TextArea
        autoFocus
        aria-label="退回理由"
        rows={4}
        maxLength={2000}
        placeholder="写明哪里不符、怎样改正。按 Ctrl+Enter 退回"
        value={reason.value}
        onChange={(event) => reason.set(event.target.value)}
      />
      <p className="usual">
        {USUAL.map((words) => (
          <button
            key={words}
            type="button"
            className="link"
            onClick={(event) => {
              reason.set((before) => before + words)
              event.currentTarget.closest('dialog')?.querySelector('textarea')?.focus()
            }}
          >
            {words.slice(0, -1)}
          </button>
        ))}
      </p>
    </ConfirmDialog>
  )
}
