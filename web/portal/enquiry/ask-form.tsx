import { useState, type FormEvent } from 'react'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { loadItems } from '../load-items.ts'
import { useAnswer } from '../use-answer.ts'
import type { AskedReceipt } from './asked.tsx'
import { ASK } from './enquiry-operations.ts'
import { useEnquiryWords } from './words.ts'

type Kind = 'consultation' | 'complaint'

const asked = new URLSearchParams(window.location.search)
const empty = () => ({
  enquiryId: crypto.randomUUID(),
  kind: (asked.get('kind') === 'complaint' ? 'complaint' : 'consultation') as Kind,
  itemId: asked.get('item') ?? '',
  applicationNumber: asked.get('number') ?? '',
  title: '',
  text: '',
  name: '',
  phone: '',
  email: '',
})
type Draft = ReturnType<typeof empty>

/** One question; its id is made with the empty form, so that pressing twice asks once. */
export function AskForm({ onAsked }: { onAsked: (receipt: AskedReceipt) => void }) {
  const words = useEnquiryWords()
  const { reply: items } = useAnswer(loadItems)
  const [draft, setDraft] = useState(empty)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const set = (field: keyof Draft) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      onAsked(await call(ASK, { body: draft }))
      setDraft(empty())
    } catch (error) {
      setProblem(asApiProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="ask-form" onSubmit={(event) => void send(event)}>
      <KindChoice kind={draft.kind} onKind={set('kind')} />
      <label className="field">
        <span>{words.item}</span>
        <select value={draft.itemId} onChange={(event) => set('itemId')(event.target.value)}>
          <option value="">{words.noItem}</option>
          {items?.map(({ itemId, name }) => (
            <option key={itemId} value={itemId} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'complaint' && (
        <Line
          label={words.number}
          value={draft.applicationNumber}
          max={40}
          onValue={set('applicationNumber')}
        />
      )}
      <Line label={words.heading} value={draft.title} max={60} required onValue={set('title')} />
      <label className="field">
        <span>{words.text}</span>
        <textarea
          rows={5}
          maxLength={2000}
          required
          value={draft.text}
          onChange={(event) => set('text')(event.target.value)}
        />
      </label>
      <Line label={words.name} value={draft.name} max={50} required onValue={set('name')} />
      <Line label={words.phone} value={draft.phone} max={30} onValue={set('phone')} type="tel" />
      <Line label={words.email} value={draft.email} max={200} onValue={set('email')} type="email" />
      <p className="soft">{words.contactHelp}</p>
      <div aria-live="assertive">
        {problem && <ProblemNote problem={problem} kept={words.kept} />}
      </div>
      <button type="submit" className="btn main" disabled={busy}>
        {busy ? words.sending : words.send}
      </button>
    </form>
  )
}

function KindChoice(props: { kind: Kind; onKind: (kind: string) => void }) {
  const words = useEnquiryWords()
  const help = props.kind === 'complaint' ? words.complaintHelp : words.consultationHelp
  return (
    <fieldset className="kinds">
      <legend>{words.kind}</legend>
      {(['consultation', 'complaint'] as const).map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="kind"
            checked={props.kind === kind}
            onChange={() => props.onKind(kind)}
          />
          {words[kind]}
        </label>
      ))}
      <p className="soft">{help}</p>
    </fieldset>
  )
}

function Line(props: {
  label: string
  value: string
  max: number
  required?: boolean
  type?: 'text' | 'tel' | 'email'
  onValue: (value: string) => void
}) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        type={props.type ?? 'text'}
        value={props.value}
        maxLength={props.max}
        required={props.required ?? false}
        onChange={(event) => props.onValue(event.target.value)}
      />
    </label>
  )
}
