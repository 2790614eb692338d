import { describe, expect, test } from 'vitest'
import {
  CERTIFIED,
  CONTEXT,
  deemedRenewed,
  HASH,
  issued,
  letterSent,
  pickupReady,
  RENEWAL,
  REVIEWED,
  revoked,
  SEALED,
} from './testing/lives.ts'
import { bodyText, granted, missingFields, paperOf, refused } from './testing/paper.ts'

describe('the sealing letter', () => {
  test('states four things, each with who answers for it, and binds the certificate', () => {
    const paper = paperOf([...CERTIFIED, letterSent], CONTEXT)
    const fields = {
      applicant: '申请人：阿依古丽·示例',
      decision: '2026年3月5日准予行政许可，⟦决定书文号⟧',
      time: '法定期限至2026年3月31日，决定于2026年3月5日作出，未超期',
      certificate: '证照编号：513200-20260302-000001-001',
      copies: '证照份数：1份',
      hash: `SM3 ${HASH}`,
      procedure:
        '1 | 程序合法 | 受理、审查、听取意见、决定各环节符合法定程序，办理时限如上所列 | 确认 | 承办人：李某某',
      content: '2 | 内容合法',
      reviewer: '审核人：李某某',
      complete: '3 | 审批完结 | 负责人已于2026年3月5日签批，无未了事项 | 确认 | 决定人：赵某某',
      grant: '4 | 准予许可发证照',
      signer: '签发人：陈某某',
      request: '加盖“阿坝州行政审批局行政审批专用章”',
      annexes: '附件：1. 准予行政许可决定书；2. 证照文件',
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper).toMatchObject({
      layout: 'letter',
      addressee: '阿坝州行政审批局',
      title: '阿坝州文体旅游局关于“建设工程文物保护和考古许可”准予许可发证照的函',
    })
  })

  test('a decision that came late is not hidden from the Bureau', () => {
    const late = [...REVIEWED, granted('2026-04-01'), ...CERTIFIED.slice(-1), letterSent]
    expect(bodyText(paperOf(late, CONTEXT))).toContain('已超过法定期限')
  })

  test('after a deemed renewal it does not claim that anybody signed', () => {
    const text = bodyText(
      paperOf([...RENEWAL, deemedRenewed, ...CERTIFIED.slice(-1), letterSent], CONTEXT),
    )
    expect(text).toContain('第五十条第二款视为准予延续，无未了事项')
    expect(text).toContain('审核人：无（依法自动）')
    expect(text).not.toContain('签批，')
  })
})

describe('the pickup notice', () => {
  test('tells where and how, with a masked name and without the outcome', () => {
    const paper = paperOf([...SEALED, pickupReady], CONTEXT)
    const fields = {
      item: '“建设工程文物保护和考古许可”（办件编号⟦办件编号⟧）已办结',
      from: '自2026年3月9日起',
      place: '州政务服务大厅综合窗口',
      identity: '有效身份证件',
      proxy: '授权委托书',
      courier: '快递送达',
      hours: '领取时间：待业主确认',
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.addressee).toBe('阿***')
    const all = JSON.stringify(paper)
    expect(all).not.toMatch(/古丽|513201|13800000000|示例路|准予|不予|拒|许可证/)
  })
})

describe('the delivery receipt', () => {
  test('names the papers, receiver, place, way, server, and leaves room for every signature', () => {
    const fields = {
      receiver: '受送达人：阿依古丽·示例',
      identity: '居民身份证号码：513201********0014',
      place: '送达地点：州政务服务大厅综合窗口',
      way: '送达方式：直接送达（窗口领取）',
      server: '送达人：王某某',
      decision: '1 | 准予行政许可决定书 | ⟦决定书文号⟧ | 1',
      certificate: '2 | 营业性演出许可证 | 513200-20260302-000001-001 | 1',
      signature: '收件人签名（盖章）',
      relation: '与受送达人的关系',
      received: '收到日期',
      proxy: '代收理由',
      refusal: '拒收事由及见证人',
      serverSigns: '送达人签名',
      remarks: '备注',
    }
    expect(missingFields(paperOf([...SEALED, issued('pickup')], CONTEXT), fields)).toEqual([])
  })

  test('by courier: the address and the tracking number', () => {
    const text = bodyText(paperOf([...SEALED, issued('courier')], CONTEXT))
    expect(text).toContain('送达地点：阿坝州示例路1号')
    expect(text).toContain('邮寄送达（快递，运单号EMS1234567890）')
  })

  test('a refusal is delivered alone', () => {
    const text = bodyText(paperOf([...REVIEWED, refused('2026-03-05'), issued('pickup')], CONTEXT))
    expect(text).toContain('1 | 不予行政许可决定书 | ⟦决定书文号⟧ | 1')
    expect(text).not.toContain('准予行政许可决定书 |  ')
    expect(text).not.toContain('2 | ')
  })
})

describe('the copy of a revocation', () => {
  test('tells the Bureau whose certificate, by which penalty, and what follows', () => {
    const paper = paperOf([...SEALED, issued('pickup'), revoked], CONTEXT)
    const fields = {
      person: '当事人：阿依古丽·示例',
      certificate: '《营业性演出许可证》',
      number: '证件编号：513200-20260302-000001-001',
      penalty: '处罚决定：2026年6月10日登记',
      served: '送达日期：见所附送达回证',
      facts: '事实和理由：擅自变更许可内容，情节严重。',
      article: '《中华人民共和国行政处罚法》第九条第（三）项',
      hearing: '第六十三条',
      effect: '自处罚决定书送达之日起生效',
      dispute: '复议、诉讼情况',
      seed: '阿府办函〔2019〕88号）第四部分第（二）项',
      deregister: '第七十条第（四）项',
      electronic: '变更电子证照状态',
      recall: '纸质证件由我单位收回',
      publicity: '公开：处罚决定依法公开',
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper).toMatchObject({ layout: 'letter', addressee: '阿坝州行政审批局' })
  })
})
