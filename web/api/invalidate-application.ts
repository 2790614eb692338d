import type { QueryClient } from '@tanstack/react-query'

/** After anything moved on an application: its page, every list and every count are read anew. */
export async function invalidateApplication(
  queries: QueryClient,
  applicationId: string,
): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['application', applicationId] }),
    queries.invalidateQueries({ queryKey: ['worklist'] }),
    queries.invalidateQueries({ queryKey: ['counts'] }),
  ])
}
