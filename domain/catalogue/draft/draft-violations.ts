/** Why something cannot be done with a draft. Permanent, part of the API. */
export type DraftViolationCode =
  | 'not-your-department'
  | 'not-permitted'
  | 'editor-may-not-confirm'
  | 'draft-closed'
  | 'draft-not-submitted'
  | 'already-confirmed'
  | 'reason-missing'
  | 'document-missing'
  | 'handler-missing'
  | 'not-a-status-change'
  | 'guide-not-confirmed'
  | 'effective-day-past'
  | 'not-a-working-day'
  | 'calendar-year-missing'

export type DraftViolation = { readonly code: DraftViolationCode; readonly sentence: string }

const SENTENCES: Readonly<Record<DraftViolationCode, string>> = {
  'not-your-department': '这个事项不由您所在的部门办理，请由主管部门的人员处理。',
  'not-permitted': '您的岗位不办理这一步，请转交有权岗位。',
  'editor-may-not-confirm':
    '起草和确认须由不同的人办理：您起草过这份草稿，请由本部门其他有权人员和审定人确认。',
  'draft-closed': '这份草稿已经发布或者作废，请重新起草。',
  'draft-not-submitted': '草稿还没有送审，请事项管理员送审后再确认。',
  'already-confirmed': '您这一方已经确认，无需重复确认。',
  'reason-missing': '请写明调整原因（至少 5 个字），它会在调整记录中公开。',
  'document-missing': '事项状态的变化须有依据文件，请填写文件名称、文号和日期。',
  'handler-missing': '下放、并入或者改为备案的事项，请写明现在由谁办理（现办理单位）。',
  'not-a-status-change': '已经列入清单的事项不能再改回“拟列入”。',
  'guide-not-confirmed': '草稿须由主管部门和州行政审批局都确认后才能发布，请先完成确认。',
  'effective-day-past': '生效日期不能早于今天，请另选一个工作日。',
  'not-a-working-day': '新版本只能自工作日零时起生效，您选的日子不是工作日，请另选一天。',
  'calendar-year-missing':
    '这一年的放假安排还没有公布，不能确定是否工作日，请选择已公布年份的日子。',
}

export function violation(code: DraftViolationCode): {
  readonly ok: false
  readonly violation: DraftViolation
} {
  return { ok: false, violation: { code, sentence: SENTENCES[code] } }
}
