import type { MaterialState } from '../../../domain/application/application.ts'

type Asked = {
  readonly number: number
  readonly name: string
  readonly standard: string
}

/** What the applicant must do, material by material: the clerk's remark, else what the guide demands. */
export function correctionText(
  materials: readonly Asked[],
  states: Readonly<Record<number, MaterialState>>,
  remarks: Readonly<Record<number, string>>,
): string {
  return materials
    .filter(({ number }) => states[number] === 'missing' || states[number] === 'defective')
    .map((material) => {
      const remark = remarks[material.number]?.trim()
      const lack = states[material.number] === 'missing' ? '未提交，请补交' : '不符合要求，请更正'
      const standard = material.standard.trim().replace(/[。；]$/, '')
      const cure = remark || [lack, standard].filter((part) => part !== '').join('：')
      return `第 ${material.number} 项 ${material.name}：${cure.replace(/[。；]$/, '')}。`
    })
    .join('\n')
}
