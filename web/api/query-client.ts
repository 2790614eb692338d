import { QueryClient } from '@tanstack/react-query'
import { ApiProblem, isUnanswered } from './api-problem.ts'

/** One cache a page: a read is tried again only where no answer came. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && isUnanswered(error),
      },
      mutations: { retry: false },
    },
  })
}
