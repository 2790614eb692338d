import { useEffect } from 'react'
import { call } from '../../api/call.ts'
import { longMinute } from '../../ui/dates.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { PublicShell } from '../public-shell.tsx'
import { useAnswer } from '../use-answer.ts'
import { useLanguage } from '../words/language.ts'
import { DEMONSTRATION_MESSAGES } from './message-operations.ts'
import { useMessageWords } from './words.ts'
import '../my/my.css'
import './messages.css'

const load = (signal: AbortSignal) => call(DEMONSTRATION_MESSAGES, { signal })
const AGAIN_MS = 3_000

/** What the simulated gateway was given. A production server lists nothing. */
export function DemoMessagesPage() {
  const words = useMessageWords()
  const language = useLanguage()
  const { reply, retry } = useAnswer(load)
  useEffect(() => {
    const timer = setInterval(retry, AGAIN_MS)
    return () => clearInterval(timer)
  }, [retry])
  return (
    <PublicShell title={words.demoTitle}>
      <div className="wrap my">
        <h1>{words.demoTitle}</h1>
        <p className="soft">{words.demoHelp}</p>
        {reply?.messages.length === 0 && <EmptyNote title={words.demoNone} />}
        {reply && reply.messages.length > 0 && (
          <ul className="card messages" lang="zh-CN">
            {reply.messages.map(({ receipt, to, text, at }) => (
              <li key={receipt}>
                <p className="what">
                  <b>{to}</b>
                  <span className="soft">{words.receipt(receipt)}</span>
                  <time className="soft" dateTime={at}>
                    {longMinute(at, language)}
                  </time>
                </p>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </PublicShell>
  )
}
