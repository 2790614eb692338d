import type { CertificateDocument } from '../../domain/certificate/certificate-document.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type {
  CertificateRenderInput,
  NoticeRenderInput,
} from '../../server/documents/render-input.ts'

/** A name of five scripts' worth of trouble: a middle dot, CJK Extension A and Extension B. */
export const RARE_NAME = '阿依古丽·㙍𠮷'
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const SHOWN = {
  qrUrl: 'https://yichuang.example/verify?code=K7Q2M9XF4T',
  verifyCode: 'K7Q2-M9XF',
  draft: false,
} as const

const ACCEPTANCE: NoticeDocument = {
  kind: 'acceptance-notice',
  title: '受理通知书',
  layout: 'official',
  numberPrefix: '阿审受',
  issuer: '阿坝州行政审批服务中心',
  addressee: RARE_NAME,
  body: [
    {
      kind: 'paragraph',
      text: '你于2026年3月16日提出的“农作物种子生产经营许可证核发”申请，由州农业农村局审核、决定。经查，材料齐全，符合法定形式，自2026年3月17日起受理。',
    },
    {
      kind: 'paragraph',
      text: '本事项不收费。办理结果由综合窗口统一出件。办件编号513200-20260316-000027，查询码K7Q2M9。',
    },
  ],
  dated: '2026-03-17' as LocalDate,
  seal: 'acceptance-seal',
  footnotes: ['基准指南，待部门确认'],
}

export const officialNotice: NoticeRenderInput = {
  ...SHOWN,
  template: 'notice',
  number: '阿审受〔2026〕86号',
  copies: '一式两份：申请人一份，存档一份',
  document: ACCEPTANCE,
}

/** Long enough that the signature and its seal fall on page 2. */
export const longNotice: NoticeRenderInput = {
  ...officialNotice,
  number: '阿农许不准〔2026〕3号',
  document: {
    ...ACCEPTANCE,
    kind: 'refusal-decision',
    title: '不予行政许可决定书',
    issuer: '阿坝藏族羌族自治州农业农村局',
    seal: 'department:agriculture',
    body: [
      { kind: 'heading', text: '一、查明的事实' },
      ...Array.from({ length: 4 }, (_, at) => ({
        kind: 'paragraph' as const,
        text: `第${at + 1}次核查：加工厂房位于示例路${at + 1}号，实测面积三百二十平方米，其中一百八十平方米为临时搭建，未取得建设手续；检验室无发芽培养设备。笔录摘要${HASH}。`,
      })),
      { kind: 'heading', text: '（一）陈述申辩' },
      {
        kind: 'numbered',
        items: [
          '可以自知道本决定之日起六十日内申请行政复议。',
          '可以自知道本决定之日起六个月内提起行政诉讼。',
        ],
      },
      { kind: 'paragraph', text: '所交材料共七份随本决定书退还。' },
    ],
  },
}

export const letter: NoticeRenderInput = {
  ...officialNotice,
  number: '阿农函〔2026〕15号',
  document: {
    ...ACCEPTANCE,
    kind: 'sealing-letter',
    layout: 'letter',
    title: '关于“农作物种子生产经营许可证核发”准予许可发证照的函',
    issuer: '阿坝州农业农村局',
    addressee: '州行政审批局',
    seal: 'department:agriculture',
    body: [
      {
        kind: 'numbered',
        items: ['程序合法', '内容合法', '审批完结', '准予许可发证照'],
      },
      {
        kind: 'table',
        columns: ['办件编号', '申请人', '文件摘要'],
        rows: [['513200-20260316-000027', RARE_NAME, HASH]],
      },
      { kind: 'paragraph', text: '我局对上述内容和档案资料负责。' },
    ],
  },
}

export const slip: NoticeRenderInput = {
  ...officialNotice,
  number: '阿审收〔2026〕131号',
  document: {
    ...ACCEPTANCE,
    kind: 'receipt-slip',
    layout: 'slip',
    title: '申请材料接收凭证',
    addressee: '',
    body: [
      {
        kind: 'facts',
        rows: [
          ['申请人', RARE_NAME],
          ['收件时间', '2026年3月16日 09:42'],
        ],
      },
      { kind: 'heading', text: '收到的材料' },
      {
        kind: 'table',
        columns: ['序号', '材料名称', '形式'],
        rows: [
          ['1', '营业执照', '复印件'],
          ['2', '检验设备清单', '原件'],
        ],
      },
      { kind: 'paragraph', text: '本凭证仅证明收到材料，不表示已经受理。' },
      { kind: 'sign-here', labels: ['收件人', '申请人（代理人）'] },
    ],
  },
}

const REGISTRATION: CertificateDocument = {
  kind: 'registration',
  name: '农作物种子生产经营许可证',
  number: '川阿农种许字（2026）第0009号',
  identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  holder: {
    kind: 'organisation',
    name: '红原县示例种业有限公司',
    creditCode: '91350100M000100Y43',
  },
  particulars: [['法定代表人', '卓玛示例']],
  content: ['生产经营范围：牧草种子（老芒麦、垂穗披碱草）', '有效区域：四川省'],
  validFrom: '2026-03-30' as LocalDate,
  validUntil: '2031-03-29' as LocalDate,
  decidedBy: '阿坝州农业农村局',
  decisionNumber: '阿农许准〔2026〕9号',
  dated: '2026-03-30' as LocalDate,
  seal: 'approval-seal',
  footnotes: [],
}

export const registration: CertificateRenderInput = {
  ...SHOWN,
  template: 'certificate',
  document: REGISTRATION,
}

export const approval: CertificateRenderInput = {
  ...SHOWN,
  template: 'certificate',
  document: {
    ...REGISTRATION,
    kind: 'approval',
    name: '关于准予筹设民办职业培训学校的批复',
    holder: { kind: 'person', name: RARE_NAME, idNumber: '513201199003070014' },
    content: ['准予筹设，名称为“阿坝州示例职业培训学校”。', '不得以筹设名义招生。'],
    validUntil: null,
  },
}
