import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TrailReport } from '../../../contract/documents.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { trailQuery } from '../../api/queries.ts'

export type Trail = {
  readonly report: z.output<typeof TrailReport> | undefined
  readonly problem: ApiProblem | null
  readonly checking: boolean
  readonly check: () => void
}

/** The chain is recomputed by the server whenever the page opens or the application moves, and on request. */
export function useTrail(applicationId: string): Trail {
  const { data, error, isFetching, refetch } = useQuery(trailQuery(applicationId))
  return {
    report: data,
    problem: error ? asApiProblem(error) : null,
    checking: isFetching,
    check: () => void refetch(),
  }
}
