import type { LodgedApplication } from '../application/application.ts'
import type { ServiceItemId } from '../shared/ids.ts'

/** The result of another part of the bundle that this one is to have before it may be granted, and does not have. */
export type AwaitedResult = {
  readonly itemId: ServiceItemId
  readonly name: string
  /** In Chinese how that part ended without a grant: nothing comes of it any more. Null: it is still under way. */
  readonly endedAs: string | null
  /** The order is the law's; false: only the bundle proposes it (待部门确认). */
  readonly isBinding: boolean
}

/** What this part waits for still: not what it chose to go on without. */
export function stillAwaited(
  { goesOnWithout = [] }: Pick<LodgedApplication, 'goesOnWithout'>,
  awaited: readonly AwaitedResult[],
): readonly AwaitedResult[] {
  return awaited.filter(({ itemId }) => !goesOnWithout.includes(itemId))
}

const ENDED = ['declined', 'withdrawn', 'lapsed', 'terminated']

/** Nothing comes of this part any more: refused, closed before a decision, or its grant withdrawn before the seal. */
export function endedWithoutGrant({
  status,
  decision,
}: Pick<LodgedApplication, 'status' | 'decision'>): boolean {
  return ENDED.includes(status) || decision?.outcome === 'refuse'
}
