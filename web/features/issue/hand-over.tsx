import { Input } from 'antd'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { useTextDraft } from '../../ui/use-draft.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

/** Before the result leaves: tell the applicant, then hand out at the window or give it to the courier. */
export function HandOver(props: {
  application: ApplicationView
  onAct: (act: PreparedAct) => void
}) {
  const { application, onAct } = props
  const { possible, applicant } = application
  const [by, setBy] = useState<'pickup' | 'courier'>('pickup')
  const tracking = useTextDraft(`tracking:${application.applicationId}`)
  const mayIssue = possible.includes('issue')
  const trackingNumber = tracking.value.trim()
  const ready = mayIssue && (by === 'pickup' || trackingNumber !== '')
  const notified = application.notices.find(({ kind }) => kind === 'pickup-notice')

  const notify = () => {
    if (possible.includes('notify-pickup'))
      onAct({
        name: 'notify-pickup',
        fields: {},
        title: '领取通知',
        confirmLabel: '通知领取',
        confirmKey: 'F7',
      })
  }
  const issue = () => {
    if (ready)
      onAct({
        name: 'issue',
        fields: { by, tracking: by === 'courier' ? trackingNumber : null },
        title: '送达回证',
        confirmLabel: '出件',
        confirmKey: 'F8',
        warning:
          by === 'courier' ? `交寄即停止计算送达期限，快递单号 ${trackingNumber}` : undefined,
      })
  }
  useHotkeys({ F7: notify, F8: issue })
  return (
    <div className="steps">
      <section aria-label="通知领取">
        <h2 className="h">一、通知申请人</h2>
        <p className="sec">
          {notified
            ? `已于 ${notified.dated} 通知`
            : `电话 ${applicant.phone ?? '未填写'}；通知书同时出现在申请人的“我的办件”`}
        </p>
        <button
          type="button"
          className="btn"
          disabled={!possible.includes('notify-pickup')}
          onClick={notify}
        >
          {notified ? '再次通知领取' : '通知领取'} <Kbd>F7</Kbd>
        </button>
      </section>
      <section aria-label="出件">
        <h2 className="h">二、出件</h2>
        <div className="ways" role="radiogroup" aria-label="领取方式">
          <label>
            <input
              type="radio"
              name="way"
              autoFocus
              checked={by === 'pickup'}
              onChange={() => setBy('pickup')}
            />
            窗口领取
          </label>
          <label>
            <input
              type="radio"
              name="way"
              checked={by === 'courier'}
              onChange={() => setBy('courier')}
            />
            快递邮寄
          </label>
        </div>
        {by === 'courier' && (
          <>
            <Input
              aria-label="快递单号"
              placeholder="扫描或输入快递单号"
              maxLength={64}
              value={tracking.value}
              onChange={(event) => tracking.set(event.target.value)}
              onPressEnter={issue}
            />
            <p className="sec small">寄往：{applicant.address ?? '申请人没有填写地址，请先核实'}</p>
          </>
        )}
        <button type="button" className="btn big primary" disabled={!ready} onClick={issue}>
          出件 <Kbd>F8</Kbd>
        </button>
        <p className="sec small">{issueHint(mayIssue, by, trackingNumber)}</p>
      </section>
    </div>
  )
}

function issueHint(mayIssue: boolean, by: 'pickup' | 'courier', tracking: string): string {
  if (!mayIssue) return '您的岗位现在不能出件。'
  if (by === 'courier' && tracking === '') return '填写快递单号后才能出件。'
  return by === 'pickup'
    ? '出件时生成送达回证，领取人随后在屏幕上签名。'
    : '快递签收后，在“待送达”中确认送达；退回的重新出件。'
}
