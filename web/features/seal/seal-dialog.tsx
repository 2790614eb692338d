import { useQuery } from '@tanstack/react-query'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { certificatePagesQuery } from '../../api/queries.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChangedNote } from '../../ui/changed-note.tsx'
import { NoticeDialog } from '../../ui/notice-dialog.tsx'
import { useAfterSealing } from './use-after-sealing.ts'
import { useSeen } from './use-seen.ts'

/** The certificate as it will be sealed; Enter or F8 seals it. */
export function SealDialog(props: {
  application: ApplicationView
  onDone: () => void
  onClose: () => void
}) {
  const command = useCommand('seal')
  const afterSealing = useAfterSealing()
  const seen = useSeen(props.application, command)
  const { application, changed } = seen
  const { applicationId, certificate, applicant } = application
  const pages = useQuery(certificatePagesQuery(applicationId))
  const confirm = async () => {
    if (changed) return seen.lookAgain()
    const reply = await command.run({ applicationId, expectedVersion: seen.version, fields: {} })
    if (!reply) return
    afterSealing()
    props.onDone()
  }
  return (
    <NoticeDialog
      open
      title={`盖章：${certificate?.name ?? '证照'} ${certificate?.number ?? ''}`}
      pages={pages.data?.pages}
      warning={
        changed ? (
          <ChangedNote application={application} seenSeq={seen.seq} />
        ) : (
          `将为${applicant.name}的证照加盖“阿坝州行政审批局行政审批专用章”（测试印章，无法律效力），记入用印登记簿，不能删除。`
        )
      }
      busy={command.busy || seen.reading}
      problem={seen.problem ?? (pages.error && asApiProblem(pages.error))}
      confirmKey="F8"
      {...seen.label('seal', '盖章')}
      onConfirm={() => void confirm()}
      onClose={props.onClose}
    />
  )
}
