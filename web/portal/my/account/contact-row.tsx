import { useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { CHANGE_CONTACT, CONTACT_CODE } from '../../sign-in/citizen-operations.ts'
import { CodeField } from '../../sign-in/code-field.tsx'
import { TextField } from '../../sign-in/text-field.tsx'
import { useSignInWords } from '../../sign-in/words.ts'
import { useAccountWords } from './words.ts'

/** A phone or an e-mail address, changed by a code that the new one receives. */
export function ContactRow(props: {
  contact: 'phone' | 'email'
  now: string | null
  onChanged: () => void
}) {
  const words = useAccountWords()
  const { contact, now } = props
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState(false)
  return (
    <div className="contact">
      <p>
        <span className="soft">{contact === 'phone' ? words.phone : words.email}</span>
        <b>{now ?? words.notSet}</b>
        <button
          type="button"
          className="btn"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
            setTold(false)
          }}
        >
          {open ? words.cancel : now === null ? words.set : words.change}
        </button>
      </p>
      <span role="status">{told && words.changed}</span>
      {open && (
        <ContactForm
          contact={contact}
          onDone={() => {
            setOpen(false)
            setTold(true)
            props.onChanged()
          }}
        />
      )}
    </div>
  )
}

function ContactForm({ contact, onDone }: { contact: 'phone' | 'email'; onDone: () => void }) {
  const words = useAccountWords()
  const codes = useSignInWords()
  const [to, setTo] = useState('')
  const [code, setCode] = useState('')
  const [codeId, setCodeId] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const isPhone = contact === 'phone'
  const change = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call(CHANGE_CONTACT, { body: { codeId, code } })
      onDone()
    } catch (error) {
      setProblem(asApiProblem(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="my-form sign-in-fields"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <TextField
        name="to"
        label={isPhone ? words.newPhone : words.newEmail}
        help={words.contactHelp}
        type={isPhone ? 'tel' : 'email'}
        complete={isPhone ? 'tel' : 'email'}
        value={to}
        most={100}
        onChange={setTo}
      />
      <CodeField
        label={isPhone ? codes.code : codes.emailCode}
        code={code}
        onCode={setCode}
        onSent={setCodeId}
        ask={async () => await call(CONTACT_CODE, { body: { contact, to } })}
        disabled={to.trim() === ''}
      />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" className="btn main" disabled={busy || codeId === ''}>
        {busy ? words.confirming : words.confirm}
      </button>
    </form>
  )
}
