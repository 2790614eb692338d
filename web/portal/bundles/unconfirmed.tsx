import { useBundleWords } from './words.ts'

/** No law or notice gives this: the department has to confirm it. */
export function Unconfirmed() {
  const words = useBundleWords()
  return <small className="mark unconfirmed">{words.unconfirmed}</small>
}
