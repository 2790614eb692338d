import { Input } from 'antd'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { DeclineGround } from '../../../domain/application/application.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { useDraft } from '../../ui/use-draft.ts'

type Ground = Exclude<DeclineGround, 'not-corrected'>
type DeclineDraft = { readonly ground: Ground | null; readonly text: string }

const GROUNDS: readonly (readonly [Ground, string, string])[] = [
  ['licence-not-required', '依法不需要取得行政许可', '写明依据'],
  ['out-of-jurisdiction', '不属于本机关职权范围', '写明应当向哪个机关申请，及其地址'],
  ['false-material', '隐瞒有关情况或者提供虚假材料', '写明哪一项材料、虚假之处和核实情况'],
]

/** Non-acceptance: one of the three grounds of Art 32 and 78, and the facts. */
export function DeclineForm(props: {
  application: ApplicationView
  onPrepared: (act: PreparedAct) => void
  onClose: () => void
}) {
  const { application } = props
  const draft = useDraft(`decline:${application.applicationId}`, emptyDraft, isDraft)
  const { ground, text } = draft.value
  const hint = GROUNDS.find(([name]) => name === ground)?.[2] ?? '先选择理由'
  const ready = ground !== null && text.trim() !== ''
  const prepare = () => {
    if (ground === null || text.trim() === '') return
    props.onPrepared({
      name: 'decline',
      fields: { ground, text: text.trim() },
      title: '不予受理通知书',
      confirmLabel: '不予受理',
      confirmKey: 'F10',
      warning: '不予受理通知书加盖受理专用章并载明救济途径，出具后本件办结。',
    })
  }
  return (
    <ConfirmDialog
      title="不予受理"
      confirmLabel="预览通知书"
      confirmKey="F10"
      ready={ready}
      onConfirm={prepare}
      onClose={props.onClose}
    >
      <div className="short-form">
        <fieldset className="grounds">
          <legend className="sr-only">理由</legend>
          {GROUNDS.map(([name, words], index) => (
            <label key={name}>
              <input
                type="radio"
                name="ground"
                autoFocus={index === 0}
                checked={ground === name}
                onChange={() => draft.set((before) => ({ ...before, ground: name }))}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <Input.TextArea
          aria-label="事实和依据"
          rows={4}
          maxLength={2000}
          placeholder={hint}
          value={text}
          onChange={(event) => draft.set((before) => ({ ...before, text: event.target.value }))}
        />
        <p className="sec small">材料不齐不是不予受理的理由：请一次性告知补正。</p>
      </div>
    </ConfirmDialog>
  )
}

function emptyDraft(): DeclineDraft {
  return { ground: null, text: '' }
}

function isDraft(value: unknown): value is DeclineDraft {
  return typeof value === 'object' && value !== null && 'ground' in value && 'text' in value
}
