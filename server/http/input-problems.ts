import { z } from 'zod'
import { fieldNameOf } from './field-names.ts'
import type { FieldProblem, Refusal } from './refusal.ts'

const KIND_NAME: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或者否',
  array: '清单',
  object: '一组字段',
  record: '一组字段',
}

/** Messages that the contract did not word itself come out in Chinese; the contract's own wording wins. */
export function speakChinese(): void {
  z.config({ ...z.locales.zhCN(), customError: wordingOf })
}

function wordingOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '缺少，请填写'
      return `应为${KIND_NAME[issue.expected] ?? issue.expected}`
    case 'too_small':
      return issue.origin === 'string' ? `至少 ${issue.minimum} 个字` : `不能小于 ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`
    case 'invalid_format':
      return issue.format === 'uuid' ? '不是有效的 UUID' : '格式不对'
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return undefined
  }
}

/** Names every wrong field with its remedy. Unknown fields are named one by one: they are never dropped silently. */
export function inputRefusal(issues: readonly z.core.$ZodIssue[]): Refusal {
  const fields = issues.flatMap(fieldsOf)
  const unknownOnly = issues.every(({ code }) => code === 'unrecognized_keys')
  return {
    code: unknownOnly ? 'unknown-field' : 'invalid-input',
    sentence: `请改正后重新提交：${fields.map(({ message }) => message).join('；')}。`,
    fields,
  }
}

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      message: `没有“${key.slice(0, 60)}”这个字段，请删去或者更正名称`,
    }))
  }
  return [{ field: issue.path.join('.'), message: `${fieldNameOf(issue.path)}：${issue.message}` }]
}
