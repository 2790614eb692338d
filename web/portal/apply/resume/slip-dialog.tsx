import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { makeSlipCode } from '../../../../contract/drafts.ts'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { longDate } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useApplyWords } from '../words.ts'
import { QrPicture } from './qr-picture.tsx'
import './resume.css'

export type Slip = z.output<typeof makeSlipCode.reply>

/** A slip with the code by which what is filled in is opened on another device or at a window. */
export function SlipDialog(props: {
  /** Chinese: what is applied for. */
  name: string
  hasCode: boolean
  /** Said beside the code, where not everything comes along. */
  note?: string
  /** Printed below the code. */
  children?: ReactNode
  /** Throws ApiProblem. */
  make: () => Promise<Slip>
  onClose: () => void
}) {
  const words = useApplyWords()
  const [slip, setSlip] = useState<Slip | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const make = async () => {
    setProblem(null)
    try {
      setSlip(await props.make())
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <dialog
      ref={dialog}
      className="apply-dialog"
      aria-labelledby="slip-title"
      onClose={props.onClose}
    >
      <h2 id="slip-title">{words.slipTitle}</h2>
      <p className="no-print">{words.slipLead}</p>
      {props.note && <p>{props.note}</p>}
      {problem && <ProblemNote problem={problem} kept={words.kept} />}
      {slip ? (
        <div className="apply-slip">
          <dl>
            <div>
              <dt>{words.item}</dt>
              <dd lang="zh-CN">{props.name}</dd>
            </div>
            <div>
              <dt>{words.slipCode}</dt>
              <dd className="big code">{slip.code}</dd>
            </div>
            <div>
              <dt>{words.validUntil}</dt>
              <dd>{longDate(slip.expiresOn)}</dd>
            </div>
          </dl>
          <QrPicture
            address={`${window.location.origin}/resume#${slip.code}`}
            alt={words.slipQr}
            caption={words.slipQr}
          />
          <p className="soft">{words.slipKeep}</p>
        </div>
      ) : (
        <p className="soft">{props.hasCode ? words.slipReplaces : words.slipOnce}</p>
      )}
      {slip && props.children}
      <div className="apply-go no-print">
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
        {slip ? (
          <button type="button" className="btn main" onClick={() => window.print()}>
            {words.printSlip}
          </button>
        ) : (
          <button type="button" className="btn main" onClick={() => void make()}>
            {words.makeSlip}
          </button>
        )}
      </div>
    </dialog>
  )
}
