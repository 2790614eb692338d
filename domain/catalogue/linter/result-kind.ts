import type { ResultKind } from '../service-guide.ts'
import { error, type GuideRule } from './guide-rule.ts'

const KIND_NAME: Readonly<Record<ResultKind, string>> = {
  certificate: '证照',
  'approval-document': '批准文件',
  registration: '登记',
  none: '没有结果文书',
}

/** ××证 is a certificate, ××批复 an approval document. */
export const RESULT_KIND: GuideRule = {
  id: 'result-kind',
  source: '《行政许可法》第三十九条',
  check: ({ guide: { certificateName, resultKind } }) => {
    if (resultKind === 'none')
      return certificateName.trim() === ''
        ? []
        : [error('resultKind', `写明了办理结果“${certificateName}”，结果类型不能是没有结果文书`)]
    if (certificateName.trim() === '')
      return [error('certificateName', '没有写明办理结果的名称，请写明申请人领取什么')]
    const fitting = kindsOf(certificateName)
    return fitting === null || fitting.includes(resultKind)
      ? []
      : [
          error(
            'resultKind',
            `办理结果“${certificateName}”应是${fitting.map((kind) => KIND_NAME[kind]).join('或者')}，现为${KIND_NAME[resultKind]}，请改正`,
          ),
        ]
  },
}

function kindsOf(name: string): readonly ResultKind[] | null {
  const plain = name.replaceAll(/[（(].*?[)）]/g, '')
  if (/登记(?:证|证书|证明)$|营业执照$/.test(plain)) return ['registration', 'certificate']
  if (/(?:证|证书|执照|证明|许可证副本)$/.test(plain)) return ['certificate']
  if (plain.endsWith('登记')) return ['registration']
  return /(?:文件|批复|决定书?|函|意见)$/.test(plain) ? ['approval-document'] : null
}
