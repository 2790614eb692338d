import type { CommandReply } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import { ChangedNote } from './changed-note.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import type { PreparedAct } from './prepared-act.ts'
import { usePreparedAct, type ActState } from './use-prepared-act.ts'

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

function OpenAct({ application, act, onDone, onClose }: ActDialogProps) {
  const state = usePreparedAct(application, act)
  if (state.changed !== 'no') return <ChangedAct act={act} state={state} onClose={onClose} />
  const confirm = async () => {
    const reply = await state.confirm()
    if (reply) onDone(reply)
  }
  const common = {
    title: act.title,
    warning: act.warning,
    confirmLabel: act.confirmLabel,
    busy: state.busy,
    problem: state.problem,
    onConfirm: () => void confirm(),
    onClose,
    ...(act.confirmKey ? { confirmKey: act.confirmKey } : {}),
  }
  return state.pages?.length === 0 ? (
    <ConfirmDialog {...common}>{act.summary}</ConfirmDialog>
  ) : (
    <NoticeDialog open {...common} pages={state.pages} />
  )
}

/** What others did meanwhile, and the same act on the newest version where it is still possible. */
function ChangedAct(props: { act: PreparedAct; state: ActState; onClose: () => void }) {
  const { act, state, onClose } = props
  return (
    <ConfirmDialog
      title={`${act.confirmLabel}：本件刚被他人办理`}
      busy={state.changed === 'reading'}
      onConfirm={state.lookAgain}
      onClose={onClose}
      {...(state.changed === 'impossible' ? {} : { confirmLabel: '按最新状态再看一遍' })}
    >
      <ChangedNote application={state.application} seenSeq={state.seenSeq} />
      <p>
        {state.changed === 'impossible'
          ? `现在不能再${act.confirmLabel}。您填写的内容仍在本页。`
          : '您填写的内容都在。核对变动后，可以按最新状态继续。'}
      </p>
    </ConfirmDialog>
  )
}
