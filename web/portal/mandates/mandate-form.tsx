import { useCallback, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { MANDATE_ACTS, type MandateAct } from '../../../domain/mandate/mandate.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { longDate } from '../../ui/dates.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { OFFER_MANDATE } from '../apply/apply-operations.ts'
import { loadItems } from '../load-items.ts'
import { useAnswer } from '../use-answer.ts'
import { Choices, DayField, Faults, PersonFields, type PersonDraft } from './mandate-fields.tsx'
import { ItemChoice } from './item-choice.tsx'
import { personFaults } from './person-faults.ts'
import { useMandateWords } from './words.ts'

type Role = 'agent' | 'legal-representative' | 'handler'

/** A mandate: to whom, for which items and acts, from when until when; shown whole before it is offered. */
export function MandateForm(props: {
  isCompany: boolean
  today: string
  onDone: () => void
  onCancel: () => void
}) {
  const words = useMandateWords()
  const { isCompany, today } = props
  const [mandateId] = useState(uuidv7)
  const [agent, setAgent] = useState<PersonDraft>({
    name: '',
    identityType: 'id-card',
    identityNumber: '',
  })
  const [role, setRole] = useState<Role>(isCompany ? 'handler' : 'agent')
  const [items, setItems] = useState<readonly string[] | null>(null)
  const [acts, setActs] = useState<readonly MandateAct[]>(['apply', 'correct', 'read'])
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  const [faults, setFaults] = useState<readonly string[]>([])
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const list = useAnswer(useCallback((signal: AbortSignal) => loadItems(signal), []))

  const check = () => {
    const found = [
      ...personFaults(agent, words.nameFault),
      ...(items?.length === 0 ? [words.itemsFault] : []),
      ...(acts.length === 0 ? [words.actsFault] : []),
      ...(until === '' && !isCompany ? [words.untilFault] : []),
    ]
    setFaults(found)
    setShown(found.length === 0)
  }
  const offer = async () => {
    setProblem(null)
    try {
      await call(OFFER_MANDATE, {
        body: {
          mandateId,
          agent: {
            ...agent,
            identityNumber: agent.identityNumber.replaceAll(/\s/g, '').toUpperCase(),
          },
          role,
          items: items === null ? null : [...items],
          acts: [...acts],
          from,
          until: until === '' ? null : until,
        },
      })
      props.onDone()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  const names = list.reply?.filter(({ itemId }) => items?.includes(itemId)).map(({ name }) => name)
  if (isShown)
    return (
      <section className="card mandate">
        <h2>{words.preview}</h2>
        <p>
          {words.previewText(
            `${agent.name} (${agent.identityNumber})`,
            acts.map((act) => words[act]).join(words.comma),
            items === null ? words.everyItem : (names ?? []).join(words.comma),
            words.period(
              longDate(from),
              until === '' ? words.open : words.untilDay(longDate(until)),
            ),
          )}
        </p>
        {problem && <ProblemNote problem={problem} />}
        <div className="apply-go">
          <button type="button" className="btn quiet" onClick={() => setShown(false)}>
            {words.change}
          </button>
          <button type="button" className="btn main" onClick={() => void offer()}>
            {words.offer}
          </button>
        </div>
      </section>
    )
  return (
    <form
      className="card mandate form-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <h2>{isCompany ? words.newPerson : words.newMandate}</h2>
      <Faults faults={faults} />
      <PersonFields person={agent} nameLabel={words.agentName} onChange={setAgent} />
      {isCompany && (
        <Choices
          legend={words.role}
          kind="radio"
          choices={(['handler', 'legal-representative'] as const).map((value) => ({
            value,
            label: words[value],
          }))}
          chosen={[role]}
          onToggle={(value) => setRole(value)}
        />
      )}
      <ItemChoice items={list.reply ?? []} chosen={items} onChange={setItems} />
      <Choices
        legend={words.acts}
        kind="checkbox"
        choices={MANDATE_ACTS.map((value) => ({ value, label: words[value] }))}
        chosen={acts}
        onToggle={(value) =>
          setActs(acts.includes(value) ? acts.filter((one) => one !== value) : [...acts, value])
        }
      />
      <DayField id="mandate-from" label={words.from} value={from} onChange={setFrom} />
      <DayField
        id="mandate-until"
        label={words.until}
        help={isCompany ? words.untilOpen : words.untilAgent}
        value={until}
        onChange={setUntil}
      />
      <div className="apply-go">
        <button type="button" className="btn quiet" onClick={props.onCancel}>
          {words.cancel}
        </button>
        <button type="submit" className="btn main">
          {words.next}
        </button>
      </div>
    </form>
  )
}
