import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MessagePreferences } from '../../../contract/messages.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { READ_WISHES, SET_WISHES } from './message-operations.ts'
import { useMessageWords } from './words.ts'
import './messages.css'

const KEY = ['message-preferences']

/** Which way a person wants to be told; the law's notices have no switch here. */
export function WishesForm() {
  const words = useMessageWords()
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(READ_WISHES, { signal }),
  })
  return (
    <section className="card my-panel">
      <h2>{words.wishes}</h2>
      <p className="soft">{words.wishesHelp}</p>
      {data && <Switches before={data} />}
    </section>
  )
}

function Switches({ before }: { before: MessagePreferences }) {
  const words = useMessageWords()
  const queries = useQueryClient()
  const [wishes, setWishes] = useState(before)
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async () => {
    setState('saving')
    setProblem(null)
    try {
      queries.setQueryData(KEY, await call(SET_WISHES, { body: wishes }))
      setState('saved')
    } catch (error) {
      setProblem(asApiProblem(error))
      setState('idle')
    }
  }
  const box = (name: keyof MessagePreferences, label: string) => (
    <input
      type="checkbox"
      aria-label={label}
      checked={wishes[name]}
      onChange={(event) => {
        setWishes({ ...wishes, [name]: event.target.checked })
        setState('idle')
      }}
    />
  )
  const ways = [
    { way: words.sms, legal: 'legalSms', courtesy: 'courtesySms' },
    { way: words.email, legal: 'legalEmail', courtesy: 'courtesyEmail' },
  ] as const
  return (
    <>
      <table className="wishes">
        <thead>
          <tr>
            <th scope="col">{words.byWay}</th>
            <th scope="col">{words.legal}</th>
            <th scope="col">{words.courtesy}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.inApp}</th>
            <td>{words.always}</td>
            <td>{box('courtesyInApp', `${words.inApp} ${words.courtesy}`)}</td>
          </tr>
          {ways.map(({ way, legal, courtesy }) => (
            <tr key={way}>
              <th scope="row">{way}</th>
              <td>{box(legal, `${way} ${words.legal}`)}</td>
              <td>{box(courtesy, `${way} ${words.courtesy}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem && <ProblemNote problem={problem} />}
      <p className="save">
        <button
          type="button"
          className="btn main"
          disabled={state === 'saving'}
          onClick={() => void save()}
        >
          {state === 'saving' ? words.saving : words.save}
        </button>
        <span role="status">{state === 'saved' && words.saved}</span>
      </p>
    </>
  )
}
