import type { Problem } from '../../contract/shared.ts'

export type FieldProblem = { readonly field: string; readonly message: string }

/** Why a call did not succeed, in words for the person who made it. `code` is permanent; `network` means that no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: string
  readonly detail: string
  readonly fields: readonly FieldProblem[]
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** For `changed-meanwhile`: the version that is now. */
  readonly version?: number

  constructor(problem: Pick<Problem, 'code' | 'detail' | 'status' | 'fields' | 'version'>) {
    super(problem.detail)
    this.code = problem.code
    this.detail = problem.detail
    this.fields = problem.fields ?? []
    this.status = problem.status
    if (problem.version !== undefined) this.version = problem.version
  }
}

/** True where nobody knows whether the server acted: the same command id must be sent again. */
export function isUnanswered(problem: ApiProblem): boolean {
  return problem.status === 0 || problem.status >= 500
}

export function asApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem({
    code: 'unexpected',
    detail: '页面出现意外错误，请刷新后重试。',
    status: 0,
  })
}

export function networkProblem(): ApiProblem {
  return new ApiProblem({
    code: 'network',
    detail: '网络没有连上。您填写的内容仍在本页，请检查网络后重试。',
    status: 0,
  })
}

/** An error answer as a problem: problem+json as it stands, anything else in general words. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem({ ...body, status })
  if (status >= 500)
    return new ApiProblem({
      code: 'server-unavailable',
      detail: '服务暂时不可用。您填写的内容仍在本页，请稍后重试。',
      status,
    })
  return new ApiProblem({
    code: 'unexpected-answer',
    detail: '服务没有给出可以识别的答复，请稍后重试或者联系管理员。',
    status,
  })
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  )
}
