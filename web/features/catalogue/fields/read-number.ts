export type NumberRules = {
  readonly min?: number
  readonly max: number
  readonly decimals?: boolean
  readonly nullable?: boolean
}

/** The number typed; null for an empty field that may be empty; otherwise the sentence that says what to write. */
export function readNumber(typed: string, rules: NumberRules): number | null | string {
  const text = typed.trim()
  const { min = 0, max } = rules
  if (text === '') return rules.nullable === true ? null : `请填写 ${min} 到 ${max} 的数`
  if (!/^\d+(\.\d+)?$/.test(text)) return '只能填数字'
  const value = Number(text)
  if (rules.decimals !== true && !Number.isInteger(value)) return '请填写整数'
  return value < min || value > max ? `请填写 ${min} 到 ${max} 的数` : value
}
