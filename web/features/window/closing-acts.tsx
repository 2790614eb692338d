import { Input } from 'antd'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { useTextDraft } from '../../ui/use-draft.ts'

const CLOSED = '之后不能恢复，需要时重新申请'
const CLOSINGS = [
  {
    name: 'go-on-alone',
    label: '不等前项，单独继续',
    ask: '“一件事”的前项已经结束、没有准予，申请人要求本项单独继续',
    hint: '例如：2026年3月9日申请人书面要求单独继续办理；已另行取得营业执照，号码……',
    after: '之后按本项自己的条件审查，不再等前项的结果',
  },
  {
    name: 'withdraw',
    label: '撤回申请',
    ask: '申请人书面要求撤回',
    hint: '例如：2026年3月9日提交书面撤回申请，存档备查',
    after: CLOSED,
  },
  {
    name: 'lapse',
    label: '逾期未补正办结',
    ask: '补正期限已过，申请人未补正',
    hint: '写明告知日期、期限和提醒情况',
    after: CLOSED,
  },
  {
    name: 'terminate',
    label: '终止办理',
    ask: '申请人死亡、单位终止或者许可事项不复存在',
    hint: '写明事实和证明文件',
    after: CLOSED,
  },
] as const
type Closing = (typeof CLOSINGS)[number]

/** Ends before an answer, or lets go of another part: each with a written reason, and only where the procedure lets it. */
export function ClosingActs(props: {
  application: ApplicationView
  onAct: (act: PreparedAct) => void
}) {
  const [chosen, setChosen] = useState<Closing | null>(null)
  const possible = CLOSINGS.filter(({ name }) => props.application.possible.includes(name))
  if (possible.length === 0) return null
  return (
    <div className="closings">
      {possible.map((closing) => (
        <button
          key={closing.name}
          type="button"
          className="link"
          onClick={() => setChosen(closing)}
        >
          {closing.label}
        </button>
      ))}
      {chosen && (
        <ClosingForm
          closing={chosen}
          application={props.application}
          onClose={() => setChosen(null)}
          onAct={(act) => {
            setChosen(null)
            props.onAct(act)
          }}
        />
      )}
    </div>
  )
}

function ClosingForm(props: {
  closing: Closing
  application: ApplicationView
  onClose: () => void
  onAct: (act: PreparedAct) => void
}) {
  const { closing, application } = props
  const reason = useTextDraft(`${closing.name}:${application.applicationId}`)
  const prepare = () =>
    props.onAct({
      name: closing.name,
      fields: { reason: reason.value.trim() },
      title: `${closing.label}？`,
      confirmLabel: closing.label,
      summary: (
        <p>
          {application.applicant.name}“{application.item.name}”（{application.number}）将
          {closing.label}，{closing.after}。理由：{reason.value.trim()}
        </p>
      ),
    })
  return (
    <ConfirmDialog
      title={closing.label}
      confirmLabel="下一步"
      ready={reason.value.trim() !== ''}
      onConfirm={prepare}
      onClose={props.onClose}
    >
      <p className="sec">{closing.ask}。</p>
      <Input.TextArea
        autoFocus
        aria-label="理由"
        rows={4}
        maxLength={2000}
        placeholder={closing.hint}
        value={reason.value}
        onChange={(event) => reason.set(event.target.value)}
      />
    </ConfirmDialog>
  )
}
