import { useCallback } from 'react'
import type { MandateView } from '../../../../contract/mandates.ts'
import { call } from '../../../api/call.ts'
import { useAnswer } from '../../use-answer.ts'
import { LIST_MANDATES } from '../apply-operations.ts'

export type Mandates = {
  /** Those that let this account apply for all of these items today; undefined: not answered yet. */
  readonly usable: readonly MandateView[] | undefined
  /** Chosen before, and not to be used now: in Chinese why, empty where the reason is not known. Null: nothing is wrong. */
  readonly whyNot: (mandateId: string | null) => string | null
  readonly reload: () => void
}

/** Whom this account may apply for, as it stands now: a mandate may end while the form is filled in. */
export function useMandates(isCitizen: boolean, itemIds: readonly string[]): Mandates {
  const load = useCallback(
    async (signal: AbortSignal) => (isCitizen ? await call(LIST_MANDATES, { signal }) : null),
    [isCitizen],
  )
  const { reply, retry } = useAnswer(load)
  const all = reply?.mandates
  const usable = all?.filter((mandate) => mayApplyBy(mandate, itemIds))
  return {
    usable,
    whyNot: (mandateId) => {
      if (mandateId === null || usable === undefined) return null
      if (usable.some((one) => one.mandateId === mandateId)) return null
      return all?.find((one) => one.mandateId === mandateId)?.why ?? ''
    },
    reload: retry,
  }
}

function mayApplyBy(
  { isAgent, isInForce, acts, items }: MandateView,
  itemIds: readonly string[],
): boolean {
  return (
    isAgent &&
    isInForce &&
    acts.includes('apply') &&
    (items === null || itemIds.every((itemId) => items.some((item) => item.itemId === itemId)))
  )
}
