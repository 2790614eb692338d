import { describe, expect, test } from 'vitest'
import { ABA_ITEMS } from '../../catalogue/aba/load-catalogue.ts'
import type { OrganisationId } from '../shared/ids.ts'
import { baselineGuide, certificateNameOf } from './baseline-guide.ts'
import type { ServiceItem } from './service-item.ts'

function annexItem(number: number): ServiceItem {
  const item = ABA_ITEMS.find(({ annexNumber }) => annexNumber === number)
  if (item === undefined) throw new Error(`No item ${number}`)
  return item
}

describe('the baseline guide', () => {
  test('gives joint handling 45 working days (art. 42)', () => {
    const partnerIds = ['market-regulation' as OrganisationId]
    expect(baselineGuide({ ...annexItem(40), partnerIds }).statutoryDays).toBe(45)
    expect(baselineGuide(annexItem(40)).statutoryDays).toBe(20)
  })

  test('says that it waits for the department, that an item is suspended, or where it went', () => {
    expect(baselineGuide(annexItem(3)).notes.join()).toContain('待部门确认')
    expect(baselineGuide(annexItem(73)).notes.join()).toContain('暂停办理')
    expect(baselineGuide(annexItem(13)).notes.join()).toContain('请到所在县(市)财政局办理')
  })

  test.each([
    [3, '教师资格证书'],
    [1, '批准文件'],
    [4, '批准文件'],
    [18, '劳务派遣经营许可证'],
    [21, '动物及动物产品检疫合格证'],
    [24, '农作物种子生产经营许可证'],
    [33, '渔业船舶登记证书'],
    [42, '批准文件'],
    [44, '文物保护工程资质证书'],
    [49, '批准文件'],
    [59, '食品生产许可证'],
    [64, '麻醉药品和第一类精神药品运输证明'],
    [72, '广播电视视频点播业务许可证'],
  ])('item %i ends in the paper %s', (number, paper) => {
    expect(certificateNameOf(annexItem(number).name)).toBe(paper)
  })
})
