import { Kbd } from '../../../ui/kbd.tsx'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'

/** The form's one button: Ctrl+Enter from anywhere in it. `reason` says why it is not yet possible. */
export function ActButton(props: {
  label: string
  reason: string | null
  busy?: boolean
  onAct: () => void
}) {
  const open = props.reason === null && props.busy !== true
  useHotkeys({ 'Ctrl+Enter': open ? props.onAct : undefined })
  return (
    <div className="go">
      {props.reason !== null && <span className="sec small">{props.reason}</span>}
      <button
        type="button"
        className="btn big primary"
        disabled={!open}
        title={props.reason ?? undefined}
        onClick={props.onAct}
      >
        {props.busy ? '正在办理…' : props.label} <Kbd>Ctrl</Kbd>
        <Kbd>Enter</Kbd>
      </button>
    </div>
  )
}
