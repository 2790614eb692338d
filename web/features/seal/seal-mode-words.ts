import type { SealRoute } from '../../../domain/application/application.ts'

export const SEAL_MODES = [
  ['bureau', '州行政审批局盖章', '统一用印：部门出函，本局盖行政审批专用章'],
  ['department', '部门盖本部门章', '部门自行用印，窗口统一出件'],
  ['provincial', '省级出具结果', '部门上报，窗口发放省级办理结果'],
] as const satisfies readonly (readonly [SealRoute, string, string])[]

export function modeName(mode: string | null): string {
  return SEAL_MODES.find(([one]) => one === mode)?.[1] ?? '未登记'
}

export type RecordedMode = {
  readonly mode: string | null
  readonly document: string | null
  readonly effective: boolean
  readonly confirmedBy: readonly string[]
}

/** Where a × item stands, for this person: what is recorded, and whose turn it is. */
export function modeStanding(
  { mode, effective, confirmedBy }: RecordedMode,
  myName: string,
): {
  readonly words: string
  readonly act: string | null
  readonly light: 'green' | 'amber' | 'none'
} {
  if (effective) return { words: '两人已确认，生效', act: null, light: 'green' }
  if (mode === null) return { words: '待第一人登记', act: '登记', light: 'none' }
  return confirmedBy.includes(myName)
    ? { words: '您已登记，待另一人登记同样内容', act: '更正', light: 'amber' }
    : { words: '待您登记同样内容后生效', act: '复核登记', light: 'amber' }
}

/** Typing differs where writing does not: widths of brackets and blanks. Undefined: it will agree with what stands. */
export function disagreement(
  { mode, document, confirmedBy }: RecordedMode,
  myName: string,
  mine: { readonly mode: string; readonly document: string },
): string | undefined {
  if (mode === null || document === null || confirmedBy.includes(myName)) return undefined
  if (mine.mode !== mode) return `与${confirmedBy.join('、')}登记的方式不同，登记后不会生效。`
  return mine.document.trim() === document
    ? undefined
    : `与${confirmedBy.join('、')}登记的文号“${document}”不同（逐字比对），登记后不会生效。`
}
