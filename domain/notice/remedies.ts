import type { LocalDate } from '../shared/ids.ts'
import { OWNER_TO_CONFIRM, PREFECTURE_GOVERNMENT } from './centre-contacts.ts'

const PROVINCIAL_JUSTICE_DEPARTMENT = '四川省司法厅'
const RECONSIDERATION_LAW_IN_FORCE = '2024-01-01' as LocalDate

export type Grievance = {
  /** Who may be aggrieved, as the sentence begins: 如不服本决定. */
  readonly opening: string
  /** Name of the department whose decision it is: remedies run against it, whoever sealed the paper. */
  readonly departmentName: string
  readonly decidedOn: LocalDate
  /** Told over the internet: the channel for filing must be told with it (Reconsideration Law art. 22(2)). */
  readonly servedOnline: boolean
}

/**
 * 救济段: reconsideration within 60 calendar days (Reconsideration Law art. 20) by the prefecture government (art. 24);
 * decisions of the justice bureau also by the provincial justice department (art. 28); suit within 6 months
 * (Administrative Litigation Law art. 46). Decisions before 2024 follow the 2017 text, with its arts. 9 and 12.
 */
export function remediesParagraph(grievance: Grievance): string {
  const online = grievance.servedOnline
    ? `行政复议申请书的互联网提交渠道：${OWNER_TO_CONFIRM}。`
    : ''
  return (
    `${grievance.opening}，可以自知道或者应当知道本决定之日起六十日内，${reconsideration(grievance)}；` +
    `也可以自知道或者应当知道本决定之日起六个月内，依照《中华人民共和国行政诉讼法》第四十六条` +
    `向有管辖权的人民法院（具体法院：${OWNER_TO_CONFIRM}）提起行政诉讼。${online}`
  )
}

function reconsideration({ departmentName, decidedOn }: Grievance): string {
  const law = '《中华人民共和国行政复议法》'
  if (decidedOn < RECONSIDERATION_LAW_IN_FORCE) {
    return `依照${law}（2017年修正）第九条、第十二条向${PREFECTURE_GOVERNMENT}或者上一级主管部门申请行政复议`
  }
  return departmentName.endsWith('司法局')
    ? `依照${law}第二十条、第二十八条向${PREFECTURE_GOVERNMENT}或者${PROVINCIAL_JUSTICE_DEPARTMENT}申请行政复议`
    : `依照${law}第二十条、第二十四条向${PREFECTURE_GOVERNMENT}申请行政复议`
}
