import type { ItemsReply } from '../load-items.ts'
import { loadItems } from '../load-items.ts'
import { useAnswer } from '../use-answer.ts'
import type { BookingChoice, ChosenQueue } from './booking-choice.ts'
import { QueueName } from './queue-name.tsx'
import { useBookingWords } from './words.ts'

type Queue = { readonly queue: ChosenQueue; readonly name: string; readonly zoneName: string }

/** What for: the queue, and the item where one knows it, so that the window is prepared. */
export function ChooseQueue(props: {
  queues: readonly Queue[]
  choice: BookingChoice
  onChoose: (part: Partial<BookingChoice>) => void
}) {
  const words = useBookingWords()
  const { reply: items } = useAnswer(loadItems)
  const { queues, choice, onChoose } = props
  return (
    <section className="card part" aria-labelledby="book-what">
      <h2 id="book-what">{words.what}</h2>
      <fieldset className="book-queues">
        <legend className="sr-only">{words.what}</legend>
        {queues.map(({ queue, name, zoneName }) => (
          <label key={queue} className={choice.queue === queue ? 'chosen' : ''}>
            <input
              type="radio"
              name="queue"
              checked={choice.queue === queue}
              onChange={() => onChoose({ queue, day: '', from: '' })}
            />
            <span>
              <QueueName queue={queue} name={name} />
              <small className="soft" lang="zh-CN">
                {zoneName}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <ItemField items={items} chosen={choice.item} onChoose={(item) => onChoose({ item })} />
    </section>
  )
}

function ItemField(props: {
  items: ItemsReply['items'] | undefined
  chosen: string
  onChoose: (item: string) => void
}) {
  const words = useBookingWords()
  return (
    <label className="field">
      <span>{words.item}</span>
      <select value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        <option value="">{words.noItem}</option>
        {props.items?.map(({ itemId, name }) => (
          <option key={itemId} value={itemId} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
