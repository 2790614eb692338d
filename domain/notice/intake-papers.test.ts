import { describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '../application/events.ts'
import {
  ACCEPTED,
  CONTEXT,
  correctionRequested,
  deemedAccepted,
  JOINT_CONTEXT,
  RENEWAL,
} from './testing/lives.ts'
import {
  accepted,
  bodyText,
  CLERK,
  missingFields,
  nine,
  paperOf,
  receipt,
} from './testing/paper.ts'

const LAW = '《中华人民共和国行政许可法》'
const QUERY = '办件编号⟦办件编号⟧和查询密码⟦查询密码⟧'
const PHONES = '咨询电话：待业主确认；监督电话：待业主确认。'

describe('the receipt slip', () => {
  test('lists the materials, the minute, the clerk, and says that it is not acceptance', () => {
    const paper = paperOf([receipt(CONTEXT)], CONTEXT)
    const fields = {
      material: '1 | 申请书 | 原件 | 1 | 现场清点 | 纸质 | 已收',
      count: '共3项',
      minute: '收件时间：2026年3月2日 09:05',
      clerk: '王某某（2号窗口）',
      notAcceptance: '不表示已经受理',
      promise: '五个工作日内（至2026年3月9日）',
      silence: '逾期未告知的，自收到材料之日起即为受理',
      query: QUERY,
      signature: '申请人（代理人）签名',
      number: '⟦文号⟧',
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.layout).toBe('slip')
  })

  test('says which materials were not handed in, and in which form the others came', () => {
    const received = receipt(CONTEXT, { materials: { 1: 'held', 2: 'missing', 3: 'defective' } })
    const text = bodyText(paperOf([received], CONTEXT))
    expect(text).toContain('2 | 场所或者资格证明 | 复印件 | 1 | — | — | 未提交')
    expect(text).toContain('已收，待补正')
    expect(text).toContain('共2项')
    const portal = receipt(CONTEXT, { channel: 'portal' })
    expect(bodyText(paperOf([portal], CONTEXT))).toContain('1 | — | 电子 | 已收')
  })

  test('a suspended item received at the citizen’s insistence says so', () => {
    const text = bodyText(paperOf([receipt(CONTEXT, { insisted: true })], CONTEXT))
    expect(text).toContain('申请人坚持申请，依法收件')
  })

  test('a renewal in time is told of its protection, a late one that it has none', () => {
    const [received] = RENEWAL
    if (received?.type !== 'ApplicationReceived' || received.renewal === null) throw new Error()
    expect(bodyText(paperOf([received], CONTEXT))).toContain('逾期未作决定的，视为准予延续')
    const late = { ...received, renewal: { ...received.renewal, protected: false } }
    expect(bodyText(paperOf([late], CONTEXT))).toContain('已不足三十日，不适用')
  })
})

describe('the acceptance notice', () => {
  test('tells both dates, both limits with their days and why, the organ, fee, delivery and phones', () => {
    const fields = {
      received: '于2026年3月2日提出的“建设工程文物保护和考古许可”申请',
      identity: '居民身份证号码513201********0014',
      article: `${LAW}第三十二条第一款第（五）项`,
      accepted: '决定自2026年3月3日起予以受理',
      organ: '由阿坝州文体旅游局审查并作出决定',
      statutory: '法定办理期限20个工作日，至2026年3月31日',
      committed: '承诺办理期限10个工作日，至2026年3月17日',
      sentence:
        '期限计算：自 3 月 3 日受理起 20 个工作日（许可法第 42、82 条），至 2026年3月31日届满。',
      special: '第四十五条，所需时间不计入',
      fee: '本事项不收取费用',
      delivery: '窗口领取或者快递送达',
      query: QUERY,
      phones: PHONES,
    }
    expect(missingFields(paperOf(ACCEPTED, CONTEXT), fields)).toEqual([])
  })

  test('after corrections it names the day they were all in', () => {
    const supplied: ApplicationEvent = {
      type: 'CorrectionSupplied',
      by: CLERK,
      at: nine('2026-03-09'),
      materials: [2],
    }
    const history = [
      receipt(CONTEXT),
      correctionRequested('2026-03-03', [2]),
      supplied,
      accepted('2026-03-10'),
    ]
    expect(bodyText(paperOf(history, CONTEXT))).toContain(
      '已于2026年3月9日按照要求提交全部补正材料',
    )
  })

  test('a fee and joint handling are told with their basis', () => {
    const context = {
      ...JOINT_CONTEXT,
      guide: { ...JOINT_CONTEXT.guide, fee: { amount: 100, basis: '示例收费文件' } },
    }
    const text = bodyText(paperOf([receipt(context), accepted('2026-03-03')], context))
    expect(text).toContain('收费100元，依据：示例收费文件，由阿坝州文体旅游局收取')
    expect(text).toContain('会同阿坝州市场监督管理局、阿坝州农业农村局联合办理')
    expect(text).toContain('第二十六条第二款')
  })

  test('deemed: accepted as of the receipt, the limits running since, whatever the paper’s date', () => {
    const paper = paperOf([receipt(CONTEXT), deemedAccepted('2026-03-10', '2026-03-02')], CONTEXT)
    const fields = {
      fault: '因我方未在收到申请材料之日起五个工作日内告知',
      article: `${LAW}第三十二条第一款第（四）项`,
      since: '自2026年3月2日起即为受理（视为受理），办理期限自该日起算',
      statutory: '至2026年3月30日',
      sentence: '自 3 月 2 日视为受理起 20 个工作日',
      query: QUERY,
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.dated).toBe('2026-03-10')
    expect(paper.title).toContain('视为受理')
  })
})

describe('the correction notice', () => {
  const received = receipt(CONTEXT, { materials: { 1: 'held', 2: 'missing', 3: 'held' } })

  test('lists each material, defect, basis and cure, and says that this is all', () => {
    const fields = {
      received: '于2026年3月2日提出',
      lastDay: '五个工作日内（至2026年3月9日）',
      article: `${LAW}第三十二条第一款第（四）项`,
      row: '2 | 场所或者资格证明 | 未提交 | 《中华人民共和国行政许可法》第三十一条',
      cure: '过期或者模糊的，重新提交',
      text: '具体说明：缺少营业场所证明。',
      complete: '以上为全部需要补正的内容',
      sample: 'https://yichuang.example/items/aba-42',
      where:
        '州政务服务大厅综合窗口（地址：待业主确认）、网上（https://yichuang.example）或者邮寄提交',
      period: '未限定补正期限',
      mustAccept: '依法应当受理（第三十二条第一款第（五）项）',
      served: '送达时间',
      signature: '签收人',
    }
    const paper = paperOf([received, correctionRequested('2026-03-03', [2])], CONTEXT)
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.dated).toBe('2026-03-03')
  })

  test('an item whose law limits the time tells the last day', () => {
    const context = { ...CONTEXT, guide: { ...CONTEXT.guide, correctionLimitDays: 30 } }
    expect(
      bodyText(paperOf([received, correctionRequested('2026-03-03', [2])], context)),
    ).toContain('补正期限为30日，请于2026年4月2日前（含当日）提交')
  })

  test('a repeated request says that it adds nothing', () => {
    const supplied: ApplicationEvent = {
      type: 'CorrectionSupplied',
      by: CLERK,
      at: nine('2026-03-09'),
      materials: [2],
    }
    const again = [
      received,
      correctionRequested('2026-03-03', [2]),
      supplied,
      correctionRequested('2026-03-10', [2]),
    ]
    const text = bodyText(paperOf(again, CONTEXT))
    expect(text).toContain('再次告知，不增加新的内容')
    expect(text).toContain('（至2026年3月16日）')
  })

  test('a material that the guide does not have is marked as such', () => {
    expect(
      bodyText(paperOf([received, correctionRequested('2026-03-03', [9])], CONTEXT)),
    ).toContain('9 | 第9项材料 | 未提交 | 办事指南未列明')
  })
})
