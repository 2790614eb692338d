import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { MyRating } from './my-rating.tsx'
import { MyWithdrawal } from './my-withdrawal.tsx'
import { useMyWords } from './words.ts'

/** What the applicant can do now, and when what cannot be done now will be. */
export function MyActs({ application }: { application: ApplicationView }) {
  const words = useMyWords()
  const [open, setOpen] = useState<'withdraw' | 'rate' | null>(null)
  const canWithdraw = application.possible.includes('withdraw')
  const canRate = application.possible.includes('rate')
  const close = () => setOpen(null)
  return (
    <section className="card my-panel">
      <h2>{words.panel}</h2>
      <div className="my-acts">
        <button
          type="button"
          className="btn quiet"
          disabled={!canWithdraw}
          aria-expanded={open === 'withdraw'}
          onClick={() => setOpen(open === 'withdraw' ? null : 'withdraw')}
        >
          {words.withdraw}
          <small>{canWithdraw ? words.canWithdraw : words.cannotWithdraw}</small>
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
          {words.rate}
          <small>{canRate ? words.canRate : words.cannotRate}</small>
        </button>
        {open === 'rate' && canRate && <MyRating application={application} onDone={close} />}
      </div>
    </section>
  )
}
