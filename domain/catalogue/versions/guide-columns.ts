import type { Column } from './column.ts'
import {
  FORMAT_NAME,
  KIND_NAME,
  RESULT_KIND_NAME,
  SERVICE_OBJECT_NAME,
  SOURCE_NAME,
  TOLERANCE_LAPSE_NAME,
} from './guide-words.ts'

/** What a guide says once. */
export const GUIDE_COLUMNS: readonly Column[] = [
  { key: 'scope', label: '适用范围', kind: 'text' },
  { key: 'serviceObjects', label: '服务对象', kind: 'some-of', names: SERVICE_OBJECT_NAME },
  { key: 'quota', label: '数量限制', kind: 'text', nullable: true },
  { key: 'formId', label: '申请表编码', kind: 'text', nullable: true },
  { key: 'kind', label: '办件类型', kind: 'one-of', names: KIND_NAME },
  { key: 'statutoryDays', label: '法定办结时限（工作日）', kind: 'whole' },
  { key: 'committedDays', label: '承诺办结时限（工作日）', kind: 'whole' },
  { key: 'extensionDays', label: '可延长（工作日）', kind: 'whole', nullable: true },
  { key: 'stepLimits.review', label: '审核时限（工作日）', kind: 'whole' },
  { key: 'stepLimits.decision', label: '决定时限（工作日）', kind: 'whole' },
  { key: 'stepLimits.certificate', label: '制证时限（工作日）', kind: 'whole' },
  { key: 'stepLimits.seal', label: '用印时限（工作日）', kind: 'whole' },
  { key: 'fee.amount', label: '收费金额（元）', kind: 'number', nullable: true },
  { key: 'fee.basis', label: '收费依据', kind: 'text', nullable: true },
  { key: 'correctionLimitDays', label: '补正期限（自然日）', kind: 'whole', nullable: true },
  { key: 'commitmentCheckDays', label: '承诺核查期限（工作日）', kind: 'whole', nullable: true },
  {
    key: 'toleranceLapse',
    label: '容缺逾期的后果',
    kind: 'one-of',
    names: TOLERANCE_LAPSE_NAME,
    nullable: true,
  },
  { key: 'validityYears', label: '证照有效期（年）', kind: 'number', nullable: true },
  { key: 'renewable', label: '可以延续', kind: 'yes-no' },
  { key: 'resultKind', label: '审批结果', kind: 'one-of', names: RESULT_KIND_NAME },
  { key: 'certificateName', label: '结果名称', kind: 'text' },
  { key: 'visits', label: '到现场次数', kind: 'whole' },
  { key: 'partnerIds', label: '联办部门', kind: 'some-of' },
]

/** Lists of sentences: key and heading. */
export const GUIDE_LISTS = {
  legalBasis: '设定依据',
  conditions: '受理条件',
  prohibitions: '禁止性要求',
  rights: '申请人权利义务',
  notes: '注意事项',
  unconfirmed: '待部门确认的部分',
} as const
export type GuideList = keyof typeof GUIDE_LISTS

export const MATERIAL_COLUMNS: readonly Column[] = [
  { key: 'number', label: '序号', kind: 'whole' },
  { key: 'name', label: '材料名称', kind: 'text' },
  { key: 'basis', label: '依据', kind: 'text' },
  { key: 'original', label: '原件', kind: 'yes-no' },
  { key: 'copies', label: '份数', kind: 'whole' },
  { key: 'format', label: '形式', kind: 'one-of', names: FORMAT_NAME },
  { key: 'pageFormat', label: '规格', kind: 'text' },
  { key: 'signed', label: '须签名', kind: 'yes-no' },
  { key: 'sealed', label: '须盖章', kind: 'yes-no' },
  { key: 'standard', label: '受理标准', kind: 'text' },
  { key: 'source', label: '来源', kind: 'one-of', names: SOURCE_NAME },
  { key: 'issuedBy', label: '出具单位', kind: 'text', nullable: true },
  { key: 'sharedFrom', label: '共享来源', kind: 'text', nullable: true },
  { key: 'when', label: '需要的情形', kind: 'tests' },
  { key: 'tolerableDays', label: '容缺（工作日）', kind: 'whole', nullable: true },
  { key: 'commitment', label: '可告知承诺', kind: 'yes-no' },
  { key: 'reusableMonths', label: '可复用（月）', kind: 'whole', nullable: true },
  { key: 'isTheForm', label: '即申请表', kind: 'yes-no' },
  { key: 'fillingNotes', label: '填写说明', kind: 'texts' },
  { key: 'modelText', label: '示范文本', kind: 'text', nullable: true },
  { key: 'samples', label: '示例', kind: 'samples' },
]

export const QUESTION_COLUMNS: readonly Column[] = [
  { key: 'id', label: '问题编码', kind: 'text' },
  { key: 'text', label: '问题', kind: 'text' },
  { key: 'help', label: '说明', kind: 'text', nullable: true },
]

export const OPTION_COLUMNS: readonly Column[] = [
  { key: 'value', label: '选项编码', kind: 'text' },
  { key: 'label', label: '选项', kind: 'text' },
  { key: 'next', label: '下一问题', kind: 'text', nullable: true },
  { key: 'stop', label: '到此为止的告知', kind: 'text', nullable: true },
]

export const FEE_COLUMNS: readonly Column[] = [
  { key: 'name', label: '收费项目', kind: 'text' },
  { key: 'standard', label: '收费标准', kind: 'text' },
  { key: 'basis', label: '依据', kind: 'text' },
]

export const DISCRETION_COLUMNS: readonly Column[] = [
  { key: 'circumstance', label: '情形', kind: 'text' },
  { key: 'standard', label: '裁量标准', kind: 'text' },
  { key: 'basis', label: '依据', kind: 'text' },
]

export const FAQ_COLUMNS: readonly Column[] = [
  { key: 'question', label: '问', kind: 'text' },
  { key: 'answer', label: '答', kind: 'text' },
]
