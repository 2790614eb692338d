import type { HallBoard } from '../../contract/hall.ts'
import { useChinese } from '../portal/words/chinese.ts'
import { useScreenWords } from './words.ts'

/** How many wait in each queue, and about how long for somebody who comes now. */
export function QueueStrip({ queues }: { queues: HallBoard['queues'] }) {
  const words = useScreenWords()
  const chinese = useChinese()
  return (
    <section className="queue-strip" aria-label={words.queues}>
      <ul>
        {queues.map(({ queue, name, waiting, estimateMinutes }) => (
          <li key={queue}>
            <h2>
              <i>{queue}</i> <span {...chinese}>{shortName(name)}</span>
            </h2>
            <p>
              <strong>{waiting}</strong>{' '}
              {estimateMinutes !== null && waiting > 0
                ? words.peopleAbout(estimateMinutes)
                : words.waiting}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Without what stands in brackets: the letter says it too. */
function shortName(name: string): string {
  return name.replace(/[（(].*$/u, '')
}
