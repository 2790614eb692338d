import type { QueryClient } from '@tanstack/react-query'

/** After an act of one's own: the applications' pages, every list and every count are read anew. */
export async function invalidateApplications(
  queries: QueryClient,
  applicationIds: readonly string[],
): Promise<void> {
  await Promise.all([invalidatePages(queries, applicationIds), invalidateLists(queries)])
}

export async function invalidatePages(
  queries: QueryClient,
  applicationIds: readonly string[],
): Promise<void> {
  await Promise.all(
    applicationIds.map((id) => queries.invalidateQueries({ queryKey: ['application', id] })),
  )
}

export async function invalidateLists(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['worklist'] }),
    queries.invalidateQueries({ queryKey: ['counts'] }),
    queries.invalidateQueries({ queryKey: ['bundle-case'] }),
  ])
}
