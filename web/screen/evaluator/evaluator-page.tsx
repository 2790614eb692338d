import { useEffect, useState } from 'react'
import type { KeptDevice } from '../../api/hall-device.ts'
import { serverNow } from '../../api/server-clock.ts'
import { speak } from '../../portal/words/define-words.ts'
import {
  chooseLanguage,
  LANGUAGE_DRAFT,
  LANGUAGE_NAME,
  LANGUAGE_TAG,
  LANGUAGES,
  useLanguage,
} from '../../portal/words/language.ts'
import { useScreenDevice } from '../use-screen-device.ts'
import { Face } from './face.tsx'
import { useEvaluation, type Evaluation, type Grade } from './use-evaluation.ts'
import { useEvaluatorWords } from './words.ts'
import './evaluator.css'

const GRADES = [
  [5, 'five'],
  [4, 'four'],
  [3, 'three'],
  [2, 'two'],
  [1, 'one'],
] as const satisfies readonly (readonly [Grade, string])[]

/** The second screen on the counter: five faces when somebody was served, none chosen beforehand, otherwise nothing to touch. */
export function EvaluatorPage({ device }: { device: KeptDevice | undefined }) {
  const words = useEvaluatorWords()
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <div className="evaluator">
      {device ? <Evaluator device={device} /> : <Idle />}
      <Languages />
    </div>
  )
}

function Evaluator({ device }: { device: KeptDevice }) {
  const evaluation = useEvaluation(device)
  const { state, line } = evaluation
  const words = useEvaluatorWords()
  useScreenDevice(device, { network: line === 'lost' ? 'fault' : 'ok' })
  // The next person begins in Chinese.
  useEffect(() => {
    if (state.is === 'idle') chooseLanguage('zh')
  }, [state.is])
  if (state.is === 'idle') return <Idle lost={line === 'lost'} />
  if (state.is === 'thanks')
    return (
      <main className="thanks" role="status">
        <h1>{words.thanks}</h1>
        <p>{words.thanksMore}</p>
      </main>
    )
  return <Faces evaluation={evaluation} />
}

function Idle({ lost = false }: { lost?: boolean }) {
  const words = useEvaluatorWords()
  return (
    <main className="idle">
      <h1>{words.idle}</h1>
      <p>{lost ? words.lost : words.idleMore}</p>
    </main>
  )
}

function Faces({ evaluation: { state, rate } }: { evaluation: Evaluation }) {
  const words = useEvaluatorWords()
  const left = useSecondsLeft('open' in state ? state.open.until : null)
  if (!('open' in state)) return null
  return (
    <main>
      <p className="number">{words.number(state.open.number)}</p>
      <h1>{words.question}</h1>
      <div className="faces" role="group" aria-label={words.question}>
        {GRADES.map(([grade, name]) => (
          <button
            key={grade}
            type="button"
            className={`grade-${grade}`}
            disabled={state.is === 'sending'}
            onClick={() => rate(grade)}
          >
            <Face grade={grade} />
            {words[name]}
          </button>
        ))}
      </div>
      <p role="status">
        {state.is === 'sending' ? words.sending : state.is === 'again' ? words.again : words.hidden}
      </p>
      <p className="left">{words.left(left)}</p>
    </main>
  )
}

function useSecondsLeft(until: string | null): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000))
}

function Languages() {
  const words = useEvaluatorWords()
  const language = useLanguage()
  const draft = LANGUAGE_DRAFT[language]
  return (
    <nav aria-label={words.language}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={LANGUAGE_TAG[one]}
          aria-pressed={one === language}
          onClick={() => void speak(one).catch(() => undefined)}
        >
          {LANGUAGE_NAME[one]}
        </button>
      ))}
      {draft && <span lang="zh-CN">{draft}</span>}
    </nav>
  )
}
