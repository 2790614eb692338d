import type { ServiceItem } from '../catalogue/service-item.ts'
import type { FormDefinition } from '../form/form-definition.ts'
import type { DraftContent } from './draft-content.ts'

/** What moved in the catalogue since the draft was begun, or last seen. */
export type DraftChange = {
  readonly code: 'form-version-changed' | 'guide-changed' | 'item-suspended' | 'item-not-offered'
  readonly sentence: string
  /** Answered elements that the form in force does not ask any more. */
  readonly dropped: readonly string[]
  /** Elements that it asks now and the version seen did not. */
  readonly added: readonly string[]
}

export type InForce = {
  readonly item: Pick<ServiceItem, 'status' | 'handledBy'>
  readonly guideVersion: number | null
  readonly form: FormDefinition | null
}

export type Seen = {
  readonly guideVersion: number
  /** The version seen; null: there was no form, or it cannot be found any more. */
  readonly form: FormDefinition | null
  readonly formVersion: number | null
}

/** Nothing of the draft is lost by any of these: it waits, or goes on with what is in force. */
export function draftChanges(
  content: Pick<DraftContent, 'answers'>,
  seen: Seen,
  now: InForce,
): DraftChange[] {
  const closed = closedSentence(now)
  if (closed !== null) return [{ ...closed, dropped: [], added: [] }]
  const changes: DraftChange[] = []
  if ((now.form?.version ?? null) !== seen.formVersion || isAnotherForm(seen, now)) {
    const asked = Object.keys(now.form?.schema.properties ?? {})
    const before = seen.form === null ? asked : Object.keys(seen.form.schema.properties)
    changes.push({
      code: 'form-version-changed',
      sentence:
        '申请表在您填写期间更新了。已填内容全部保留，请核对标出的内容后再提交；不再需要的内容不会提交。',
      dropped: Object.keys(content.answers).filter((element) => !asked.includes(element)),
      added: asked.filter((element) => !before.includes(element)),
    })
  }
  if (now.guideVersion !== null && now.guideVersion !== seen.guideVersion)
    changes.push({
      code: 'guide-changed',
      sentence: '办事指南在您填写期间更新了，材料或者条件可能有变化，请核对材料后再提交。',
      dropped: [],
      added: [],
    })
  return changes
}

function isAnotherForm(seen: Seen, now: InForce): boolean {
  return seen.form !== null && now.form !== null && seen.form.formId !== now.form.formId
}

function closedSentence({
  item: { status, handledBy },
  guideVersion,
}: InForce): Pick<DraftChange, 'code' | 'sentence'> | null {
  if (status === 'suspended')
    return {
      code: 'item-suspended',
      sentence:
        '本事项已经暂停网上办理。草稿已保留，恢复后可以继续提交；坚持申请的，可以凭取件码到窗口办理。',
    }
  if (status === 'devolved')
    return {
      code: 'item-not-offered',
      sentence: `本事项已经下放，请到${handledBy ?? '所在县（市）主管部门'}办理。草稿已保留，可供参考。`,
    }
  if (status !== 'active')
    return {
      code: 'item-not-offered',
      sentence: `本事项已不在办理范围${handledBy === null ? '' : `，现由${handledBy}办理`}。草稿已保留，可供参考，请咨询窗口。`,
    }
  if (guideVersion === null)
    return {
      code: 'item-not-offered',
      sentence: '本事项暂时没有生效的办事指南，不能提交。草稿已保留，请咨询窗口。',
    }
  return null
}
