import { useEffect, useRef } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { nextStepOf } from '../../ui/next-step.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

const PROOF: Readonly<Record<string, string>> = {
  signature: '领取人签名的送达回证',
  courier: '快递签收证明',
  locker: '在取件柜签名的送达回证和开门记录',
}

/** Nothing to hand out here: it is done, or somebody else has it. */
export function IssueDone(props: { application: ApplicationView; onNext: () => void }) {
  const { delivery, statusName } = props.application
  const next = nextStepOf(props.application)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  useHotkeys({ F2: props.onNext })
  return (
    <div className="steps">
      <section role="status">
        <h2 className="h">
          {delivery ? `已于 ${longDate(delivery.on)} 送达` : `本件${statusName}`}
        </h2>
        <p className="sec">
          {delivery ? `送达凭证：${PROOF[delivery.proof] ?? delivery.proof}。` : '现在还不能出件。'}
          {next && `下一步：${next.act}（${next.who}）。`}
        </p>
        <button ref={button} type="button" className="btn big primary" onClick={props.onNext}>
          下一件 <Kbd>F2</Kbd>
        </button>
      </section>
    </div>
  )
}
