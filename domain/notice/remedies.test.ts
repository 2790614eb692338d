import { describe, expect, test } from 'vitest'
import { remediesParagraph } from './remedies.ts'
import { date } from './testing/paper.ts'

const grievance = {
  opening: '如不服本决定',
  departmentName: '阿坝州文体旅游局',
  decidedOn: date('2026-03-05'),
  servedOnline: false,
}

describe('the remedies paragraph', () => {
  test('an ordinary department: the prefecture government within sixty days, a court within six months', () => {
    const text = remediesParagraph(grievance)
    expect(text).toContain(
      '六十日内，依照《中华人民共和国行政复议法》第二十条、第二十四条向阿坝藏族羌族自治州人民政府申请行政复议',
    )
    expect(text).toContain('六个月内，依照《中华人民共和国行政诉讼法》第四十六条')
    expect(text).toContain('具体法院：待业主确认')
    expect(text).not.toContain('司法厅')
    expect(text).not.toContain('互联网提交渠道')
  })

  test('the justice bureau: the prefecture government or the provincial justice department', () => {
    expect(remediesParagraph({ ...grievance, departmentName: '阿坝州司法局' })).toContain(
      '第二十条、第二十八条向阿坝藏族羌族自治州人民政府或者四川省司法厅申请行政复议',
    )
  })

  test('a decision of before 2024 follows the law of then: government or the department above', () => {
    const before = remediesParagraph({ ...grievance, decidedOn: date('2023-12-31') })
    expect(before).toContain('第九条、第十二条')
    expect(before).toContain('或者上一级主管部门')
    expect(remediesParagraph({ ...grievance, decidedOn: date('2024-01-01') })).toContain(
      '第二十四条',
    )
  })

  test('a decision told over the internet names the channel for filing, or that the owner must', () => {
    expect(remediesParagraph({ ...grievance, servedOnline: true })).toContain(
      '互联网提交渠道：待业主确认',
    )
  })
})
