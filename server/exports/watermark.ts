import { STATUS_NAME } from '../../domain/application/status-names.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localMinuteOf } from '../../domain/shared/local-date.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { ExportSelection } from './export-query.ts'

/** The first line of the file: whoever finds it knows who took it, when, and what it holds. */
export function watermarkOf(
  reference: ReferenceData,
  { name, organisationId }: Actor,
  now: Instant,
  selection: ExportSelection,
): string {
  const body = reference.organisations.find((one) => one.organisationId === organisationId)
  const { receivedFrom, receivedTo, status, departmentId, itemId } = selection
  const conditions = [
    receivedFrom === undefined && receivedTo === undefined
      ? '收件日期不限'
      : `收件日期 ${receivedFrom ?? '最早'} 至 ${receivedTo ?? '最近'}`,
    ...(departmentId === undefined ? [] : [`部门 ${departmentName(reference, departmentId)}`]),
    ...(itemId === undefined ? [] : [`事项 ${reference.findItem(itemId)?.name ?? itemId}`]),
    ...(status === undefined ? [] : [`状态 ${STATUS_NAME[status]}`]),
  ]
  const place = body === undefined ? '' : `（${body.shortName}）`
  return (
    `导出人：${name}${place}  导出时间：${localMinuteOf(now).replace('T', ' ')}  ` +
    `条件：${conditions.join('，')}  内部资料，仅限工作使用，用后删除`
  )
}

function departmentName({ organisations }: ReferenceData, departmentId: string): string {
  const found = organisations.find(({ organisationId }) => organisationId === departmentId)
  return found?.shortName ?? departmentId
}
