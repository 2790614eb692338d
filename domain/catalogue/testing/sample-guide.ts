import { baselineGuide } from '../baseline-guide.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'
import type { SituationOption, SituationQuestion } from '../situation.ts'
import { upcastItem } from '../upcast-guide.ts'
import type { OrganisationId, ServiceItemId } from '../../shared/ids.ts'

/** An item like those of the annex. */
export function sampleItem(more: Partial<ServiceItem> = {}): ServiceItem {
  return upcastItem({
    itemId: 'aba-99' as ServiceItemId,
    annexNumber: 99,
    name: '示例经营许可证核发',
    pinyinInitials: 'sljyxkzhf',
    departmentId: 'market-regulation' as OrganisationId,
    partnerIds: [],
    levelMark: null,
    status: 'active',
    remark: null,
    handledBy: null,
    sealException: null,
    provincialResult: false,
    ...more,
  })
}

const [PLAIN] = baselineGuide(sampleItem()).materials

export function sampleMaterial(more: Partial<RequiredMaterial> = {}): RequiredMaterial {
  return {
    ...PLAIN,
    number: 1,
    name: '经营场所平面图',
    basis: '《示例条例》第八条第一款',
    standard: '标明面积和用途，由申请人签名；不清楚的，重新绘制',
    ...more,
  } as RequiredMaterial
}

/** A guide that no rule has an error about; tests break one thing of it. */
export function sampleGuide(more: Partial<ServiceGuide> = {}): ServiceGuide {
  return {
    ...baselineGuide(sampleItem()),
    version: 2,
    confirmation: 'confirmed',
    unconfirmed: [],
    scope: '在本州从事示例经营的企业',
    serviceObjects: ['enterprise'],
    legalBasis: ['《示例条例》第七条'],
    conditions: ['有固定的经营场所'],
    materials: [
      sampleMaterial({ number: 1, name: '申请书', basis: '《示例条例》第八条' }),
      sampleMaterial({ number: 2 }),
    ],
    committedDays: 8,
    rights: ['对不予许可的决定，可以申请行政复议'],
    discretion: [
      { circumstance: '符合全部条件', standard: '准予许可', basis: '《示例条例》第九条' },
    ],
    faq: [{ question: '可以委托办理吗？', answer: '可以，另交委托书。' }],
    certificateName: '示例经营许可证',
    resultKind: 'certificate',
    notes: ['申请材料用简体中文填写'],
    ...more,
  }
}

export function questionOf(
  id: string,
  options: readonly (Partial<SituationOption> & Pick<SituationOption, 'value'>)[],
): SituationQuestion {
  return {
    id,
    text: `问题 ${id}？`,
    help: null,
    options: options.map((option) => ({
      label: `选项 ${option.value}`,
      next: null,
      stop: null,
      ...option,
    })),
  }
}
