import { useMutation } from '@tanstack/react-query'
import { asApiProblem } from '../api/api-problem.ts'
import { Kbd } from './kbd.tsx'
import { printDocument, type PrintedDocument } from './print-document.ts'
import { useHotkeys } from './use-hotkeys.ts'

/** Prints an issued document; `hotkey` where it is the place's main document. */
export function PrintButton(props: {
  document: PrintedDocument
  label?: string
  className?: string
  hotkey?: 'Ctrl+P'
}) {
  const { mutate, isPending, error } = useMutation({ mutationFn: printDocument })
  const print = () => mutate(props.document)
  useHotkeys(props.hotkey ? { [props.hotkey]: print } : {})
  return (
    <button
      type="button"
      className={props.className ?? 'btn'}
      disabled={isPending}
      title={error ? asApiProblem(error).detail : undefined}
      onClick={print}
    >
      {error ? '没有打印成功，重试' : (props.label ?? '打印')}
      {props.hotkey && <Kbd>Ctrl P</Kbd>}
    </button>
  )
}
