import type { OrganisationId } from '../shared/ids.ts'
import type { NoticeContext } from './notice-context.ts'

export const APPROVAL_SERVICE_CENTRE = 'approval-service-centre' as OrganisationId
export const APPROVAL_BUREAU = 'approval-bureau' as OrganisationId
const GOVERNMENT_SERVICE_CENTRE = 'government-service-centre' as OrganisationId

/** Decides on reconsideration and on the extension of joint handling. */
export const PREFECTURE_GOVERNMENT = '阿坝藏族羌族自治州人民政府'

/** Stands where only the owner of the installation knows the fact. Never guess one. */
export const OWNER_TO_CONFIRM = '待业主确认'

/** 州政务服务大厅综合窗口（地址：……） */
export function windowPlace(context: NoticeContext): string {
  const { address } = context.organisationOf(APPROVAL_SERVICE_CENTRE)
  return `州政务服务大厅综合窗口（地址：${address ?? OWNER_TO_CONFIRM}）`
}

/** 咨询电话：……；监督电话：……。 */
export function phones(context: NoticeContext): string {
  const consult = context.organisationOf(APPROVAL_SERVICE_CENTRE).phone ?? OWNER_TO_CONFIRM
  const supervise = context.organisationOf(GOVERNMENT_SERVICE_CENTRE).phone ?? OWNER_TO_CONFIRM
  return `咨询电话：${consult}；监督电话：${supervise}。`
}
