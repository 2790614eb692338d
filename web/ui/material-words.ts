import type { MaterialState } from '../../domain/application/application.ts'

export const MATERIAL_STATE_NAME = {
  held: '合格',
  missing: '缺',
  defective: '需补正',
  promised: '承诺',
} as const satisfies Record<MaterialState, string>

/** 8 项，全部合格; 3 项，缺 1 项，需补正 1 项 */
export function materialsSummary(materials: readonly { state: MaterialState }[]): string {
  const count = (state: MaterialState) => materials.filter((one) => one.state === state).length
  const parts = (['missing', 'defective', 'promised'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${MATERIAL_STATE_NAME[state]} ${count(state)} 项`)
  return [`${materials.length} 项`, ...(parts.length > 0 ? parts : ['全部合格'])].join('，')
}
