import { useEffect, useRef } from 'react'
import { QrPicture } from '../../portal/apply/resume/qr-picture.tsx'
import { useKioskWords } from './words.ts'

/** What needs one's own keyboard, account or screen goes on there. */
export function PhoneDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const words = useKioskWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="kiosk-dialog" aria-labelledby="phone-title" onClose={onClose}>
      <h2 id="phone-title">{words.phoneTitle}</h2>
      <p>{words.phoneSays}</p>
      <QrPicture address={address} alt={words.phoneCode} caption={words.phoneCode} />
      <button type="button" className="btn main" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  )
}
