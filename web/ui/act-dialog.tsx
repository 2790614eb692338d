import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import { asApiProblem } from '../api/api-problem.ts'
import { applicationQuery } from '../api/queries.ts'
import { useCommand } from '../api/use-command.ts'
import { ChangedNote } from './changed-note.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { lastSeq, type PreparedAct } from './prepared-act.ts'
import './act-dialog.css'

type ActDialogProps = {
  application: ApplicationView
  act: PreparedAct
  onDone: (reply: CommandReply) => void
  onClose: () => void
}

/**
 * Shows what the act will make, then does it. When somebody else was faster, it says what they did and offers the same
 * act on the newest version: nothing typed is lost, and nothing is done unseen.
 */
export function ActDialog(props: ActDialogProps) {
  // A new act is a new dialog, with a command id of its own.
  return <OpenAct key={`${props.act.name}-${props.application.applicationId}`} {...props} />
}

function OpenAct({ application: given, act, onDone, onClose }: ActDialogProps) {
  const { applicationId } = given
  const application = useQuery(applicationQuery(applicationId)).data ?? given
  const [seen, setSeen] = useState({ version: given.version, seq: lastSeq(given) })
  const command = useCommand(act.name)
  const request = {
    applicationId,
    expectedVersion: seen.version,
    fields: act.fields as never,
  }
  const preview = useQuery({
    queryKey: ['preview', applicationId, act.name, seen.version, act.fields],
    queryFn: () => command.preview(request),
    enabled: act.without !== 'preview',
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  })
  const refused = command.problem ?? (preview.error ? asApiProblem(preview.error) : null)
  const changed = refused?.code === 'changed-meanwhile'
  const newer = application.version > seen.version
  useRefreshed(changed && !newer, applicationId)

  const again = () => {
    command.reset()
    setSeen({ version: application.version, seq: lastSeq(application) })
  }
  const confirm = async () => {
    const reply = await command.run(request)
    if (reply) onDone(reply)
  }
  const stillPossible = application.possible.includes(act.name)
  const warning = changed ? (
    <ChangedNote application={application} seenSeq={seen.seq} />
  ) : (
    act.warning
  )
  const pages = preview.data?.notices.flatMap((notice) => notice.pages)
  const ready = act.without === 'preview' || preview.data !== undefined || changed
  const common = {
    title: act.title,
    warning,
    busy: command.busy || (changed && !newer),
    problem: changed && newer ? null : refused,
    onConfirm: () => (changed ? again() : void confirm()),
    onClose,
    ...(changed && !stillPossible && newer
      ? {}
      : { confirmLabel: changed ? '按最新状态再看一遍' : act.confirmLabel }),
    ...(act.confirmKey ? { confirmKey: act.confirmKey } : {}),
  }
  const withoutDocument = act.without === 'preview' || pages?.length === 0
  return withoutDocument ? (
    <ConfirmDialog {...common} ready={ready}>
      {act.summary}
    </ConfirmDialog>
  ) : (
    <NoticeDialog open {...common} pages={changed ? (pages ?? []) : pages} />
  )
}

/** The answer `changed-meanwhile` invalidates the application; a dialog on a version nobody refetched would wait for ever. */
function useRefreshed(wanted: boolean, applicationId: string): void {
  const { refetch } = useQuery(applicationQuery(applicationId))
  useEffect(() => {
    if (wanted) void refetch()
  }, [wanted, refetch])
}
