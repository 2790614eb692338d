import { describe, expect, test } from 'vitest'
import { ABA_FULL_GUIDES, ABA_GUIDES } from '../../../catalogue/aba/load-catalogue.ts'
import { partExists } from './guide-parts.ts'
import { citationsIn, citingParts, isVerified, withOpenCitations } from './law-citations.ts'

describe('articles that a guide cites', () => {
  test('are read with chains, ranges, paragraphs and the law’s short name', () => {
    expect(
      citationsIn('《中华人民共和国行政许可法》第三十二条第一款第四项、第八十二条，另见第九条'),
    ).toEqual([
      { law: '行政许可法', article: 32 },
      { law: '行政许可法', article: 82 },
    ])
    expect(
      citationsIn('《互联网上网服务营业场所管理条例》第二条、第四条、第七条至第九条').map(
        ({ article }) => article,
      ),
    ).toEqual([2, 4, 7, 8, 9])
    expect(citationsIn('《办法》（质检总局令第140号）第十条；《体育法》第一百零二条')).toEqual([
      { law: '办法', article: 10 },
      { law: '体育法', article: 102 },
    ])
    expect(citationsIn('《食品经营许可和备案管理办法》规定的材料，第三方出具')).toEqual([])
  })

  test('of the baselines are all held against their text', () => {
    const open = ABA_GUIDES.flatMap((guide) =>
      citingParts(guide).flatMap(([, text]) => citationsIn(text).filter((one) => !isVerified(one))),
    )
    expect(open).toEqual([])
  })

  test('of the drafted guides are marked wherever nobody held them against their text', () => {
    for (const guide of ABA_FULL_GUIDES) {
      for (const [part, text] of citingParts(guide)) {
        const isOpen = citationsIn(text).some((one) => !isVerified(one))
        if (isOpen) expect(guide.unconfirmed, `${guide.itemId} ${part}`).toContain(part)
      }
      expect(guide.unconfirmed.filter((part) => !partExists(guide, part))).toEqual([])
    }
  })

  test('stay as they are in a guide that both have confirmed', () => {
    const [guide] = ABA_FULL_GUIDES
    if (guide === undefined) throw new Error('No guide')
    const confirmed = { ...guide, confirmation: 'confirmed' as const, unconfirmed: [] }
    expect(withOpenCitations(confirmed)).toBe(confirmed)
  })
})
