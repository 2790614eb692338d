import type { MaterialState } from '../../../domain/application/application.ts'
import type { FourChecks } from '../../../domain/application/commands.ts'

export type WindowAct = 'accept' | 'request-correction' | 'decline'
/** Null: it can be done now. Otherwise why not, in a sentence for the clerk. */
export type WindowActs = Readonly<Record<WindowAct, string | null>>

export type Found = {
  readonly status: string
  /** Commands the server would let this person give. */
  readonly possible: readonly string[]
  /** As the clerk sees them now, whether told to the server or not. */
  readonly materials: Readonly<Record<number, MaterialState>>
  /** Materials that may follow under a promise (容缺). */
  readonly tolerable: readonly number[]
  readonly checks: FourChecks
  /** Materials the first correction named; null before any. */
  readonly asked: readonly number[] | null
}

const CHECK_NAME: Readonly<Record<keyof FourChecks, string>> = {
  complete: '材料齐全',
  elementsFilled: '要素完整',
  legalForm: '符合法定形式',
  withinJurisdiction: '属本机关管辖',
}
export const FOUR_CHECKS = Object.entries(CHECK_NAME) as readonly (readonly [
  keyof FourChecks,
  string,
])[]

/** Which of the three answers of Art 32 stand open, from what the server allows and what the clerk found. */
export function windowActsOf(found: Found): WindowActs {
  const { possible, status } = found
  const lacking = lackingOf(found.materials)
  return {
    accept: acceptRefusal(found, lacking),
    'request-correction': possible.includes('request-correction')
      ? correctionRefusal(found, lacking)
      : closedWords(status),
    decline: possible.includes('decline') ? null : closedWords(status),
  }
}

/** Numbers of the materials that are missing or defective, ascending. */
export function lackingOf(materials: Readonly<Record<number, MaterialState>>): readonly number[] {
  return Object.entries(materials)
    .filter(([, state]) => state === 'missing' || state === 'defective')
    .map(([number]) => Number(number))
    .toSorted((a, b) => a - b)
}

function acceptRefusal(found: Found, lacking: readonly number[]): string | null {
  // The server counts the materials as it last heard of them: what was mended on the spot is told with the act.
  if (!found.possible.includes('assess') && !found.possible.includes('accept'))
    return closedWords(found.status)
  const untolerated = lacking.filter((number) => !found.tolerable.includes(number))
  if (untolerated.length > 0)
    return `第 ${untolerated.join('、')} 项材料未合格，当场更正或者一次性告知后才能受理`
  const open = FOUR_CHECKS.filter(
    ([check]) => !found.checks[check] && !(check === 'complete' && lacking.length > 0),
  ).map(([, name]) => name)
  return open.length > 0 ? `四项核验未完成：${open.join('、')}` : null
}

function correctionRefusal({ asked }: Found, lacking: readonly number[]): string | null {
  if (lacking.length === 0) return '没有需要补正的材料：请先在右侧标出“需补正”或“缺”'
  const more = asked === null ? [] : lacking.filter((number) => !asked.includes(number))
  return more.length > 0
    ? `补正只能一次性告知：第 ${more.join('、')} 项首次没有列明，不能再要求补正`
    : null
}

function closedWords(status: string): string {
  if (status === 'awaiting-correction') return '等待申请人补正：补齐后才能受理'
  return status === 'received' ? '您的岗位或者培训不能办理本件' : '本件已经答复，不再处于收件阶段'
}
