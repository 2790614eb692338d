import type { LocalDate } from '../shared/ids.ts'
import { SERVICE_OBJECTS, type RequiredMaterial, type ServiceGuide } from './service-guide.ts'
import type { ServiceItem } from './service-item.ts'

/** What the licensing law alone says of any item (arts. 29–44): in use until the department confirms a guide of its own. */
export function baselineGuide(item: ServiceItem): ServiceGuide {
  return {
    itemId: item.itemId,
    version: 1,
    effectiveOn: '2020-01-01' as LocalDate,
    confirmation: 'baseline',
    unconfirmed: ['conditions', 'materials', 'committedDays', 'stepLimits', 'fee'],
    scope: '申请办理本事项的自然人、法人和其他组织',
    serviceObjects: [...SERVICE_OBJECTS],
    legalBasis: [
      '《中华人民共和国行政许可法》第二十九条、第三十一条、第三十二条、第三十四条、第三十八条、第四十二条、第四十四条',
    ],
    conditions: [
      '申请事项依法需要取得行政许可，且属于本机关职权范围',
      '申请人具备法律、法规规定的条件和标准（具体条件待部门确认）',
      '申请材料齐全、符合法定形式，申请人对其真实性负责',
    ],
    prohibitions: [],
    quota: null,
    questions: [],
    materials: BASELINE_MATERIALS,
    formId: null,
    kind: 'committed',
    statutoryDays: item.partnerIds.length > 0 ? 45 : 20,
    committedDays: 10,
    extensionDays: null,
    stepLimits: { review: 5, decision: 3, certificate: 3, seal: 1 },
    fee: null,
    feeLines: [],
    correctionLimitDays: null,
    commitmentCheckDays: null,
    toleranceLapse: null,
    validityYears: null,
    renewable: false,
    resultKind: resultKindOf(certificateNameOf(item.name)),
    certificateName: certificateNameOf(item.name),
    discretion: [],
    rights: [],
    faq: [],
    visits: 1,
    partnerIds: item.partnerIds,
    notes: [
      '本指南为依据行政许可法拟定的基准指南，材料、条件、时限和收费待部门确认',
      ...statusNotes(item),
    ],
  }
}

const PLAIN_MATERIAL = {
  pageFormat: 'A4',
  signed: false,
  sealed: false,
  source: 'applicant',
  issuedBy: null,
  sharedFrom: null,
  when: [],
  tolerableDays: null,
  commitment: false,
  reusableMonths: null,
  isTheForm: false,
  fillingNotes: [],
  modelText: null,
  samples: [],
} as const satisfies Partial<RequiredMaterial>

const BASELINE_MATERIALS: readonly RequiredMaterial[] = [
  {
    ...PLAIN_MATERIAL,
    number: 1,
    name: '申请书',
    basis: '《中华人民共和国行政许可法》第二十九条',
    original: true,
    copies: 1,
    format: 'either',
    standard: '写明申请人、申请事项和日期，由申请人签名或者盖章；可当场更正的，当场更正',
  },
  {
    ...PLAIN_MATERIAL,
    number: 2,
    name: '场所或者资格证明',
    basis: '《中华人民共和国行政许可法》第三十一条（具体依据待部门确认）',
    original: false,
    copies: 1,
    format: 'either',
    standard: '与申请事项有关且在有效期内，复印件清晰并与原件一致；过期或者模糊的，重新提交',
  },
  {
    ...PLAIN_MATERIAL,
    number: 3,
    name: '身份证明',
    basis: '《中华人民共和国行政许可法》第二十九条、第三十一条',
    original: false,
    copies: 1,
    format: 'either',
    standard:
      '自然人交身份证件，法人交营业执照或者登记证书；委托办理的，另附委托书和代理人身份证件',
  },
]

function statusNotes(item: ServiceItem): string[] {
  switch (item.status) {
    case 'draft':
    case 'active':
      return []
    case 'suspended':
      return ['本事项暂停办理；申请人坚持申请的，窗口仍予收件，部门在 5 个工作日内答复']
    case 'devolved':
      return [`本事项已下放，请到${item.handledBy ?? '下级主管部门'}办理`]
    case 'cancelled':
      return ['本事项已取消，不再需要申请许可']
    case 'merged':
      return [`本事项已并入“${item.handledBy ?? '其他事项'}”办理`]
    case 'converted-to-filing':
      return [`本事项已改为备案，请到${item.handledBy ?? '主管部门'}备案`]
  }
}

/** The annex names acts, not papers: what the applicant takes home is told from how the name ends. */
export function certificateNameOf(itemName: string): string {
  const paper = /^(.*(?:许可证|证书|合格证|证明))(?:\(.*\))?(?:核发|签发|审批)(?:\(.*\))?$/.exec(
    itemName,
  )
  if (paper?.[1] !== undefined) return paper[1]
  if (itemName.includes('变更')) return '批准文件'
  const plain = itemName.replaceAll(/\(.*?\)/g, '')
  if (/(?:资格|资质)认定$/.test(plain)) return plain.replace(/认定$/, '证书')
  if (/(?:经营|生产|工作|服务|活动|职业|企业|药品)许可$/.test(plain)) return `${plain}证`
  if (plain.endsWith('登记')) return `${plain}证书`
  return '批准文件'
}

function resultKindOf(certificateName: string): ServiceGuide['resultKind'] {
  if (certificateName === '批准文件') return 'approval-document'
  return certificateName.includes('登记') ? 'registration' : 'certificate'
}
