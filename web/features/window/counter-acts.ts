import type { MaterialState } from '../../../domain/application/application.ts'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { correctionText } from './correction-text.ts'
import type { JudgedMaterial } from './material-rows.tsx'

/** 受理, or 容缺受理 where what lacks is promised: then the promise is made beside the notice. */
export function acceptAct(lacking: readonly number[]): PreparedAct {
  const common = { name: 'accept', confirmKey: 'F8' } as const
  return lacking.length === 0
    ? { ...common, fields: {}, title: '受理通知书', confirmLabel: '受理' }
    : {
        ...common,
        fields: { tolerated: [...lacking] },
        title: '受理通知书、容缺受理承诺书',
        confirmLabel: '容缺受理',
        warning: '容缺受理须申请人自愿并签署承诺书；补齐以前不作准予决定、不制证、不出件。',
      }
}

/** 一次性告知: everything that lacks, in the clerk's words or the guide's. */
export function correctionAct(
  materials: readonly JudgedMaterial[],
  states: Readonly<Record<number, MaterialState>>,
  lacking: readonly number[],
): PreparedAct {
  const remarks = Object.fromEntries(materials.map(({ number, remark }) => [number, remark]))
  return {
    name: 'request-correction',
    fields: { materials: [...lacking], text: correctionText(materials, states, remarks) },
    title: '补正告知书',
    confirmLabel: '一次性告知',
    confirmKey: 'F9',
    warning: '补正只能告知一次：以下为需要补正的全部内容，之后不得再提新的要求。',
  }
}
