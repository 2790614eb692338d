import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { MyRating } from './my-rating.tsx'
import { MyWithdrawal } from './my-withdrawal.tsx'

/** What the applicant can do now, and when what cannot be done now will be. */
export function MyActs({ application }: { application: ApplicationView }) {
  const [open, setOpen] = useState<'withdraw' | 'rate' | null>(null)
  const canWithdraw = application.possible.includes('withdraw')
  const canRate = application.possible.includes('rate')
  const close = () => setOpen(null)
  return (
    <section className="card my-panel">
      <h2>您可以</h2>
      <div className="my-acts">
        <button
          type="button"
          className="btn quiet"
          disabled={!canWithdraw}
          aria-expanded={open === 'withdraw'}
          onClick={() => setOpen(open === 'withdraw' ? null : 'withdraw')}
        >
          撤回申请
          <small>{canWithdraw ? '决定以前都可以' : '现在不能撤回'}</small>
        </button>
        {open === 'withdraw' && canWithdraw && (
          <MyWithdrawal application={application} onDone={close} />
        )}
        <button
          type="button"
          className="btn quiet"
          disabled={!canRate}
          aria-expanded={open === 'rate'}
          onClick={() => setOpen(open === 'rate' ? null : 'rate')}
        >
          评价服务
          <small>{canRate ? '自愿，5 档' : '现在没有待评价的服务'}</small>
        </button>
        {open === 'rate' && canRate && <MyRating application={application} onDone={close} />}
      </div>
    </section>
  )
}
