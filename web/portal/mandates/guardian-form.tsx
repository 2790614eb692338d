import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { DECLARE_GUARDIANSHIP } from '../apply/apply-operations.ts'
import { Choices, Faults, PersonFields, type PersonDraft } from './mandate-fields.tsx'
import { personFaults } from './person-faults.ts'
import { useMandateWords } from './words.ts'

/** A guardian says of whom; a window confirms it against the proof before it may be used. */
export function GuardianForm(props: { onDone: () => void; onCancel: () => void }) {
  const words = useMandateWords()
  const [mandateId] = useState(uuidv7)
  const [ward, setWard] = useState<PersonDraft>({
    name: '',
    identityType: 'id-card',
    identityNumber: '',
  })
  const [ground, setGround] = useState<'minor' | 'no-capacity'>('minor')
  const [faults, setFaults] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const declare = async () => {
    const found = personFaults(ward, words.nameFault)
    setFaults(found)
    setProblem(null)
    if (found.length > 0) return
    try {
      const identityNumber = ward.identityNumber.replaceAll(/\s/g, '').toUpperCase()
      const body = { mandateId, ward: { ...ward, identityNumber }, ground, until: null }
      await call(DECLARE_GUARDIANSHIP, { body })
      props.onDone()
    } catch (error) {
      setProblem(asApiProblem(error))
    }
  }
  return (
    <form
      className="card mandate form-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void declare()
      }}
    >
      <h2>{words.newGuardian}</h2>
      <p className="soft">{words.guardianHelp}</p>
      <Faults faults={faults} />
      <PersonFields person={ward} nameLabel={words.wardName} onChange={setWard} />
      <Choices
        legend={words.ground}
        kind="radio"
        choices={(['minor', 'no-capacity'] as const).map((value) => ({
          value,
          label: words[value],
        }))}
        chosen={[ground]}
        onToggle={setGround}
      />
      {problem && <ProblemNote problem={problem} />}
      <div className="apply-go">
        <button type="button" className="btn quiet" onClick={props.onCancel}>
          {words.cancel}
        </button>
        <button type="submit" className="btn main">
          {words.declare}
        </button>
      </div>
    </form>
  )
}
