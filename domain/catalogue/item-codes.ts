import type { ServiceItem } from './service-item.ts'

// Three schemes live side by side; none of them is required (GB/T 39554.1—2020, national platform ZWFW C0109, Sichuan).

/** 国家基本编码: level or province (2), kind (2), department (2), main item (3), sub-item (3). */
export const CATALOG_CODE = /^\d{2}\d{2}[0-9A-Z]{2}\d{3}\d{3}$/
/** 国家实施编码: credit code of the body (18), level of exercise (1), 基本编码 (12); of one way of handling it two more digits. */
export const TASK_CODE = /^[0-9A-HJ-NP-RTUWXY]{18}[1-7][0-9A-Z]{12}(?:\d{2})?$/
/** 四川地方编码: 51, list, kind by its letter, 8 or 10 digits; the 实施编码 adds region, body and serials. */
export const SICHUAN_CODE = /^51[12][A-Z](?:\d{8}|\d{10})(?:-\d{12}-\d{3}-[0-9A-Z]{18}-\d-\d{2})?$/

export type ItemCodes = Pick<ServiceItem, 'catalogCode' | 'taskCode' | 'sichuanCodes'>
export type CodeFault = { readonly field: string; readonly message: string }

/** What is wrong among an item's own codes, beyond the form of each. */
export function codeFaults({ catalogCode, taskCode, sichuanCodes }: ItemCodes): CodeFault[] {
  const seen = new Set<string>()
  const repeated = sichuanCodes.flatMap(({ code }, at) => {
    const isRepeated = seen.has(code)
    seen.add(code)
    return isRepeated
      ? [{ field: `sichuanCodes.${at}.code`, message: `${code} 已经写过，请删去重复的一行` }]
      : []
  })
  const isApart =
    catalogCode !== null && taskCode !== null && taskCode.slice(19, 31) !== catalogCode
  return [
    ...repeated,
    ...(isApart
      ? [{ field: 'taskCode', message: '实施编码的第 20 至 31 位应与基本编码一致，请核对' }]
      : []),
  ]
}

/** Codes that stand on another item already: each belongs to one. Several items may share a 基本编码 by its sub-items only. */
export function takenCodes(
  own: ItemCodes,
  others: readonly (ItemCodes & { readonly name: string })[],
): CodeFault[] {
  return [
    ...taken('catalogCode', own.catalogCode, others, (other) => [other.catalogCode]),
    ...taken('taskCode', own.taskCode, others, (other) => [other.taskCode]),
    ...own.sichuanCodes.flatMap(({ code }, at) =>
      taken(`sichuanCodes.${at}.code`, code, others, (other) =>
        other.sichuanCodes.map((one) => one.code),
      ),
    ),
  ]
}

function taken<Other extends { readonly name: string }>(
  field: string,
  code: string | null,
  others: readonly Other[],
  codesOf: (other: Other) => readonly (string | null)[],
): CodeFault[] {
  if (code === null) return []
  const holder = others.find((other) => codesOf(other).includes(code))
  return holder === undefined
    ? []
    : [{ field, message: `${code} 已经用于“${holder.name}”，请核对` }]
}
