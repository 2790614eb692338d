import { useMutation, useQueryClient } from '@tanstack/react-query'
import { uploadMaterial } from '../../../contract/applications.ts'
import { ApiProblem, asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { materialFileFault } from './material-file-fault.ts'

export type Upload = {
  readonly send: (number: number, file: File) => void
  /** The material whose file is on its way. */
  readonly sending: number | undefined
  readonly problem: { readonly number: number; readonly problem: ApiProblem } | null
}

/** Sends one file of a material; what cannot be a material is told before it travels. */
export function useUpload(applicationId: string): Upload {
  const queries = useQueryClient()
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: ({ number, file }: { number: number; file: File }) => {
      const fault = materialFileFault(file)
      if (fault !== null)
        throw new ApiProblem({ code: 'invalid-input', detail: fault, status: 400 })
      const body = new FormData()
      body.append('file', file, file.name)
      return call(uploadMaterial, { params: { applicationId, number }, body })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['application', applicationId] }),
  })
  return {
    send: (number, file) => mutate({ number, file }),
    sending: isPending ? variables.number : undefined,
    problem: error && variables ? { number: variables.number, problem: asApiProblem(error) } : null,
  }
}
