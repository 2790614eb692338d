/** `legal`: serves or announces what the law obliges to tell; `courtesy`: helps, and may be declined. */
export type MessageNature = 'legal' | 'courtesy'

/** All that a text may name: nobody's data beyond a masked name. */
export type MessageValues = {
  /** 张* */
  readonly name: string
  /** Of the item, or of what the message is about. */
  readonly item: string
  /** 513200-20260302-000001; of a consultation its own. */
  readonly number: string
  /** https://zw.example.gov.cn/rate/… ; only where the kind carries one. */
  readonly link?: string
  /** 2026-03-30, or a count of days: only where the kind speaks of it. */
  readonly until?: string
}

type Kind = {
  readonly nature: MessageNature
  readonly title: string
  readonly text: (values: MessageValues) => string
}

const about = ({ name, item, number }: MessageValues) => `${name}：您的“${item}”（${number}）`
const LOOK = '请登录“我的办件”或者到综合窗口查看。'

/**
 * What people are told, by what happened. A text message can be read by whoever holds the phone: it names the act to look
 * at, never its outcome (domain brief §5.11).
 */
export const MESSAGE_KINDS = {
  received: {
    nature: 'legal',
    title: '已收件',
    text: (values) => `${about(values)}已收件，五个工作日内告知是否受理。${LOOK}`,
  },
  accepted: {
    nature: 'legal',
    title: '受理通知',
    text: (values) => `${about(values)}已受理，受理通知书已出具。${LOOK}`,
  },
  'deemed-accepted': {
    nature: 'legal',
    title: '视为受理通知',
    text: (values) => `${about(values)}已依法视为受理，通知书已出具。${LOOK}`,
  },
  declined: {
    nature: 'legal',
    title: '受理审查结果',
    text: (values) => `${about(values)}受理审查已有结果，书面通知已出具。${LOOK}`,
  },
  correction: {
    nature: 'legal',
    title: '补正告知',
    text: (values) => `${about(values)}需要补正材料，全部内容见补正告知书。${LOOK}`,
  },
  procedure: {
    nature: 'legal',
    title: '特别程序告知',
    text: (values) => `${about(values)}进入依法不计入期限的程序，告知书已出具。${LOOK}`,
  },
  extension: {
    nature: 'legal',
    title: '延长期限告知',
    text: (values) => `${about(values)}的办理期限有变动，告知书已出具。${LOOK}`,
  },
  decision: {
    nature: 'legal',
    title: '决定已作出',
    text: (values) => `${about(values)}已作出决定，决定书已出具。${LOOK}`,
  },
  pickup: {
    nature: 'legal',
    title: '领取通知',
    text: (values) => `${about(values)}的结果可以领取，请凭有效证件到综合窗口领取或者按约定邮寄。`,
  },
  delivered: {
    nature: 'legal',
    title: '已送达',
    text: (values) => `${about(values)}的结果已经送达。如非本人或者代理人签收，请致电 12345。`,
  },
  ended: {
    nature: 'legal',
    title: '办件终结',
    text: (values) => `${about(values)}已经终结，原因见办件记录。${LOOK}`,
  },
  'correction-reminder': {
    nature: 'courtesy',
    title: '补正提醒',
    text: (values) => `${about(values)}还有材料待补正。${LOOK}`,
  },
  'tolerance-reminder': {
    nature: 'courtesy',
    title: '容缺材料提醒',
    text: (values) =>
      `${about(values)}容缺受理的材料请在${values.until ?? '承诺期限'}前补齐。${LOOK}`,
  },
  'consultation-answered': {
    nature: 'courtesy',
    title: '咨询已答复',
    text: ({ name, item, number }) =>
      `${name}：您提交的${item}（${number}）已有答复，请凭编号查看。`,
  },
  'booking-closed': {
    nature: 'courtesy',
    title: '预约取消',
    text: ({ name, item, number, until = '大厅不开放' }) =>
      `${name}：您预约的“${item}”（${number}）因${until}取消，请另约时间或者到大厅现场取号。`,
  },
  'rating-invitation': {
    nature: 'courtesy',
    title: '请您评价',
    text: ({ name, item, number, link = '' }) =>
      `${name}：您办理“${item}”（${number}）的服务感受如何？自愿评价，链接只能用一次：${link}`,
  },
  'contact-changed': {
    nature: 'courtesy',
    title: '联系方式已变更',
    text: ({ name }) =>
      `${name}：您账号的联系方式刚刚变更。如非本人操作，请立即致电 12345 或者到综合窗口。`,
  },
  'identity-verified': {
    nature: 'courtesy',
    title: '身份已核验',
    text: ({ name }) => `${name}：您账号的身份已核验。如非本人办理，请致电 12345。`,
  },
  'draft-expiring': {
    nature: 'courtesy',
    title: '草稿即将清除',
    text: ({ name, item, until = '近日' }) =>
      `${name}：您的“${item}”草稿将于${until}清除，需要的话请登录继续填写。`,
  },
} as const satisfies Readonly<Record<string, Kind>>

export type MessageKind = keyof typeof MESSAGE_KINDS
