import { describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '../application/events.ts'
import { CONTEXT, correctionRequested, declined } from './testing/lives.ts'
import { bodyText, contextOf, missingFields, paperOf, receipt } from './testing/paper.ts'

const LAW = '《中华人民共和国行政许可法》'
const PHONES = '咨询电话：待业主确认；监督电话：待业主确认。'
const RECONSIDERATION = '向阿坝藏族羌族自治州人民政府申请行政复议'
const SUIT = '第四十六条向有管辖权的人民法院'

describe('the notice of non-acceptance', () => {
  const paperFor = (
    ground: Parameters<typeof declined>[0],
    text: string,
    context = CONTEXT,
    history: readonly ApplicationEvent[] = [receipt(context)],
  ) => paperOf([...history, declined(ground, text)], context)

  test('no licence needed: told at once, under its own title, with remedies', () => {
    const paper = paperFor('licence-not-required', '该活动不属于许可范围')
    const fields = {
      fact: '经审查，该活动不属于许可范围。',
      article: `${LAW}第三十二条第一款第（一）项`,
      conclusion: '依法不需要取得行政许可，即时告知不受理',
      materials: '3项申请材料随本文书退还',
      reconsideration: RECONSIDERATION,
      suit: SUIT,
      phones: PHONES,
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.title).toBe('不受理告知书')
  })

  test('out of jurisdiction: names the right office', () => {
    const devolved = contextOf(42, { item: { handledBy: '马尔康市文化体育和旅游局' } })
    const paper = paperFor('out-of-jurisdiction', '', devolved)
    const fields = {
      article: `${LAW}第三十二条第一款第（二）项`,
      office: '请向马尔康市文化体育和旅游局申请（地址：待业主确认；电话：待业主确认）',
      reconsideration: RECONSIDERATION,
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.title).toBe('不予受理通知书')
    expect(bodyText(paperFor('out-of-jurisdiction', '由县级审批'))).toContain(
      '请向上述有权机关申请',
    )
    expect(bodyText(paperFor('out-of-jurisdiction', ''))).toContain('有权机关（待业主确认）')
  })

  test('false material: articles 31 and 78, and the year’s ban where the law has it', () => {
    const paper = paperFor('false-material', '身份证明系伪造')
    expect(
      missingFields(paper, { article: '第三十一条第一款、第七十八条', ban: '一年内不得再次申请' }),
    ).toEqual([])
  })

  test('not corrected: names what was asked and is still missing', () => {
    const asked = [receipt(CONTEXT), correctionRequested('2026-03-03', [2])]
    const paper = paperFor('not-corrected', '', CONTEXT, asked)
    expect(
      missingFields(paper, {
        asked: '经2026年3月3日一次性告知，场所或者资格证明至今未补正',
        article: '第（四）项、第（五）项',
        remedy: RECONSIDERATION,
      }),
    ).toEqual([])
  })

  test('a matter of the justice bureau: two ways to reconsideration', () => {
    expect(bodyText(paperFor('false-material', '', contextOf(4)))).toContain('或者四川省司法厅')
  })
})
