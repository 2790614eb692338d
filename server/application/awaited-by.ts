import type { Application } from '../../domain/application/application.ts'
import type { AwaitedResult } from '../../domain/bundle/awaited-result.ts'
import type { ApplicationContext } from './application-context.ts'

/** What a part of a bundle waits for; an application by itself waits for nothing, and nothing is asked. */
export async function awaitedBy(
  { awaitedResults }: Pick<ApplicationContext, 'awaitedResults'>,
  regionCode: number,
  application: Application,
): Promise<readonly AwaitedResult[]> {
  if (application.status === 'not-lodged' || application.bundle === undefined) return []
  return (await awaitedResults?.(regionCode, application)) ?? []
}
