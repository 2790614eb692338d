import type { ChosenQueue } from './booking-choice.ts'
import { useLanguage } from '../words/language.ts'
import { useBookingWords } from './words.ts'

/** A queue by the visitor's language; its name at the hall, which stands over the windows, beside it. */
export function QueueName({ queue, name }: { queue: ChosenQueue; name: string }) {
  const words = useBookingWords()
  if (useLanguage() === 'zh') return <b>{name}</b>
  return (
    <>
      <b>{words[`queue-${queue}`]}</b>{' '}
      <small className="original" lang="zh-CN">
        {name}
      </small>
    </>
  )
}
