import type { LodgedApplication } from '../application/application.ts'
import type { RequiredMaterial, ServiceGuide } from '../catalogue/service-guide.ts'
import { chineseDate } from '../shared/local-date.ts'
import { identifiedYou, identityRow } from './applicant-words.ts'
import { OWNER_TO_CONFIRM, phones } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { APPLICATION_NUMBER_TOKEN, QUERY_CODE_TOKEN } from './tokens.ts'

/** 您（……）于2026年3月2日提出的“……”申请（办件编号……，事项编码……） */
export function theApplication(application: LodgedApplication, { item }: NoticeContext): string {
  const { applicant, receivedOn } = application
  return (
    `${identifiedYou(applicant)}于${chineseDate(receivedOn)}提出的“${item.name}”申请` +
    `（办件编号${APPLICATION_NUMBER_TOKEN}，事项编码${item.itemId}）`
  )
}

/** Rows that every form and letter begins with. */
export function applicationRows(
  { applicant, departmentId }: LodgedApplication,
  { item, organisationOf }: NoticeContext,
): (readonly [label: string, value: string])[] {
  return [
    ['办件编号', APPLICATION_NUMBER_TOKEN],
    ['申请人', applicant.name],
    identityRow(applicant),
    ['申请事项', `${item.name}（事项编码${item.itemId}）`],
    ['审批部门', organisationOf(departmentId).name],
  ]
}

export function departmentName(application: LodgedApplication, context: NoticeContext): string {
  return context.organisationOf(application.departmentId).name
}

/** 州市场监管局、州农业农村局 */
export function partnerNames(application: LodgedApplication, context: NoticeContext): string {
  return application.partnerIds.map((id) => context.organisationOf(id).name).join('、')
}

export function isJoint({ partnerIds }: LodgedApplication): boolean {
  return partnerIds.length > 0
}

/** How to follow the application, and whom to call. */
export function enquiries(context: NoticeContext): string {
  return (
    `凭办件编号${APPLICATION_NUMBER_TOKEN}和查询密码${QUERY_CODE_TOKEN}可以在${context.portalUrl}` +
    `或者综合窗口查询办理进度。${phones(context)}`
  )
}

/** Contact of the department that handles the application. */
export function departmentContact(application: LodgedApplication, context: NoticeContext): string {
  const { name, phone } = context.organisationOf(application.departmentId)
  return `承办单位：${name}；联系电话：${phone ?? OWNER_TO_CONFIRM}。`
}

/** What the applicant handed in, whole or defective. */
export function materialsGiven(
  { materials }: LodgedApplication,
  guide: ServiceGuide,
): readonly RequiredMaterial[] {
  return guide.materials.filter(({ number }) => {
    const state = materials[number]
    return state === 'held' || state === 'defective' || state === 'promised'
  })
}

/** The item's own law; a baseline guide knows only the licensing law, which sets no item's conditions. */
export function itemBasis({ legalBasis, confirmation }: ServiceGuide): string {
  return confirmation !== 'baseline' && legalBasis.length > 0
    ? legalBasis.join('、')
    : '该事项的设定依据（待部门确认）'
}
