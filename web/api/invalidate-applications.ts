import type { QueryClient } from '@tanstack/react-query'

/** After anything moved on applications: their pages, every list and every count are read anew. */
export async function invalidateApplications(
  queries: QueryClient,
  applicationIds: readonly string[],
): Promise<void> {
  await Promise.all([
    ...applicationIds.map((id) => queries.invalidateQueries({ queryKey: ['application', id] })),
    queries.invalidateQueries({ queryKey: ['worklist'] }),
    queries.invalidateQueries({ queryKey: ['counts'] }),
  ])
}
