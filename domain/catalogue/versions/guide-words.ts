import type {
  RequiredMaterial,
  ResultKind,
  SampleFault,
  ServiceGuide,
  ServiceObject,
} from '../service-guide.ts'
import type { SealException } from '../service-item.ts'

// The words of closed sets, as guides, workbooks and comparisons write them.

export const SERVICE_OBJECT_NAME = {
  'natural-person': '自然人',
  enterprise: '企业法人',
  institution: '事业法人',
  'social-organisation': '社会组织法人',
  'government-body': '行政机关',
  'other-organisation': '其他组织',
} as const satisfies Record<ServiceObject, string>

export const KIND_NAME = {
  committed: '承诺件',
  'on-the-spot': '即办件',
} as const satisfies Record<ServiceGuide['kind'], string>

export const RESULT_KIND_NAME = {
  certificate: '出证',
  'approval-document': '出批文',
  registration: '登记',
  none: '其他',
} as const satisfies Record<ResultKind, string>

export const TOLERANCE_LAPSE_NAME = {
  refuse: '依法作出不予许可决定',
  terminate: '终止办理',
} as const satisfies Record<NonNullable<ServiceGuide['toleranceLapse']>, string>

export const FORMAT_NAME = {
  paper: '纸质',
  electronic: '电子',
  either: '纸质或者电子',
} as const satisfies Record<RequiredMaterial['format'], string>

export const SOURCE_NAME = {
  applicant: '申请人自备',
  authority: '政府部门核发',
  intermediary: '中介机构出具',
} as const satisfies Record<RequiredMaterial['source'], string>

export const SAMPLE_FAULT_NAME = {
  clear: '正确',
  blurred: '模糊',
  'cut-off': '缺角',
  shadow: '有阴影',
  expired: '过期',
  unsigned: '未签名',
  unsealed: '未盖章',
  altered: '有涂改',
} as const satisfies Record<SampleFault, string>

export const SEAL_EXCEPTION_NAME = {
  'policy-heavy': '政策性强',
  'balance-of-public-interests': '需平衡公共利益',
  'major-public-safety': '涉及重大公共安全',
  'construction-project': '工程建设项目',
} as const satisfies Record<SealException, string>

export const AUDIENCE_NAME = { person: '个人', enterprise: '企业' } as const
