import { ApiProblem } from '../../../api/api-problem.ts'

const PART: Readonly<Record<string, string>> = {
  zones: '分区',
  queues: '队列',
  windows: '窗口',
  posts: '岗位',
  hours: '开放时间',
}
const FIELD: Readonly<Record<string, string>> = {
  name: '名称',
  zoneId: '分区',
  queues: '办理的队列',
  averageMinutes: '平均办理',
  windowId: '窗口',
  accountId: '人员',
}

/** windows.0.name → 窗口第 1 行名称; hours.periods.1 → 开放时间第 2 个时段. */
export function faultPlace(field: string): string {
  const [part = '', ...rest] = field.replace(/^configuration\./, '').split('.')
  const name = PART[part]
  if (name === undefined) return field
  const row = rest.find((one) => /^\d+$/.test(one))
  const unit = part === 'hours' ? '个时段' : '行'
  const last = rest.findLast((one) => one in FIELD)
  return `${name}${row === undefined ? '' : `第 ${Number(row) + 1} ${unit}`}${last === undefined ? '' : (FIELD[last] ?? '')}`
}

/** The refusal with its fields named as they stand on the page. */
export function namedFaults(problem: ApiProblem): ApiProblem {
  const { code, status, fields } = problem
  if (fields.length === 0) return problem
  return new ApiProblem({
    code,
    status,
    detail: `大厅设置有 ${fields.length} 处需要修改，没有保存。`,
    fields: fields.map(({ field, message }) => ({
      field: faultPlace(field),
      message: message.slice(message.lastIndexOf('：') + 1),
    })),
  })
}
