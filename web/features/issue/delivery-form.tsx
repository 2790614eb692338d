import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { CourierReturn } from './courier-return.tsx'
import { LockerBox } from './locker-box.tsx'
import { boxUsesQuery } from './locker-queries.ts'
import { PutInLocker } from './put-in-locker.tsx'
import { ReceiptLine } from './receipt-line.tsx'
import { SignatureGlass, type Signature } from './signature-glass.tsx'
import { useLocker } from './use-locker.ts'

/** Delivery (送达) needs proof: the signature on the receipt, or the courier's. A return reopens issuing. */
export function DeliveryForm({ application }: { application: ApplicationView }) {
  return (
    <div className="steps">
      {application.issuance?.by === 'courier' ? (
        <CourierDelivery application={application} />
      ) : (
        <Collection application={application} />
      )}
    </div>
  )
}

/** To be fetched: signed for at the window, or waiting in the locker; a broken locker leaves the window. */
function Collection({ application }: { application: ApplicationView }) {
  const { applicationId, applicant, possible } = application
  const locker = useLocker(applicationId)
  const { data } = useQuery(boxUsesQuery())
  const use = data?.uses.find((one) => one.applicationId === applicationId)
  if (use) return <LockerBox key={use.depositId} use={use} locker={locker} />
  const mayLie = applicant.identityType === 'id-card' && possible.includes('confirm-delivery')
  return (
    <>
      <SignedDelivery application={application} />
      {locker.hasLocker && mayLie && data && (
        <PutInLocker locker={locker} used={data.uses.map(({ box }) => box)} />
      )}
    </>
  )
}

function SignedDelivery({ application }: { application: ApplicationView }) {
  const { run, busy, problem } = useCommand('confirm-delivery')
  const [signature, setSignature] = useState<Signature>(null)
  const may = application.possible.includes('confirm-delivery')
  const ready = may && !busy && signature !== null
  const confirm = () => {
    if (!ready) return
    void run({
      applicationId: application.applicationId,
      expectedVersion: application.version,
      fields: { proof: 'signature', returned: false, signature: signature.image },
    })
  }
  useHotkeys({ F9: confirm })
  return (
    <section aria-label="送达">
      <h2 className="h">三、领取人签名</h2>
      <ReceiptLine application={application} />
      <SignatureGlass prompt={`请签收 ${application.number}`} onSigned={setSignature} />
      {problem && <ProblemNote problem={problem} kept="签名仍在屏幕上，不必重签。" />}
      <Confirm busy={busy} ready={ready} onConfirm={confirm} />
      <p className="sec small">
        {signature === null
          ? '签名后才能确认送达。签名存入本件并计入留痕。'
          : '请核对领取人证件后确认。'}
      </p>
    </section>
  )
}

function CourierDelivery({ application }: { application: ApplicationView }) {
  const { run, busy, problem } = useCommand('confirm-delivery')
  const may = application.possible.includes('confirm-delivery')
  const confirm = () => {
    if (!may || busy) return
    void run({
      applicationId: application.applicationId,
      expectedVersion: application.version,
      fields: { proof: 'courier', returned: false, signature: null },
    })
  }
  useHotkeys({ F9: confirm })
  return (
    <section aria-label="送达">
      <h2 className="h">三、确认快递签收</h2>
      <ReceiptLine application={application} />
      {problem && <ProblemNote problem={problem} />}
      <Confirm busy={busy} ready={may && !busy} onConfirm={confirm} />
      <p className="sec small">核对快递公司的签收证明后确认。</p>
      {may && <CourierReturn application={application} />}
    </section>
  )
}

function Confirm(props: { busy: boolean; ready: boolean; onConfirm: () => void }) {
  return (
    <button
      type="button"
      className="btn big primary"
      disabled={!props.ready}
      onClick={props.onConfirm}
    >
      {props.busy ? '正在办理…' : '确认送达'} <Kbd>F9</Kbd>
    </button>
  )
}
