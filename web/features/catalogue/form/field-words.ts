import type { FieldFormat, FieldSchema } from '../../../../domain/form/form-definition.ts'

export const TYPE_NAMES: Readonly<Record<FieldSchema['type'], string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是否',
  array: '多选',
}
export const FORMAT_NAMES: Readonly<Record<FieldFormat, string>> = {
  date: '日期',
  'id-card': '身份证号码',
  'credit-code': '统一社会信用代码',
  phone: '电话',
  postcode: '邮政编码',
  county: '县（市）',
  money: '金额',
}

/** 文字，单选 4 项 */
export function schemaWords({ type, format, enum: choices, items }: FieldSchema): string {
  if (choices !== undefined) return `单选 ${choices.length} 项`
  if (items !== undefined) return `多选 ${items.enum.length} 项`
  return format === undefined ? TYPE_NAMES[type] : FORMAT_NAMES[format]
}
