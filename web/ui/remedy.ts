import type { ApiProblem } from '../api/api-problem.ts'

/** What to do next, where the refusal itself does not say. */
export function remedyOf(problem: Pick<ApiProblem, 'code' | 'status'>): string | undefined {
  switch (problem.code) {
    case 'changed-meanwhile':
      return '本件刚被他人办理过，页面已更新为最新状态。请核对后再办，您填写的内容没有丢失。'
    case 'network':
      return '再按一次不会重复办理：同一次操作只会生效一次。'
    default:
      return problem.status >= 500 ? '再按一次不会重复办理。仍不成功请联系系统管理员。' : undefined
  }
}
