import { describe, expect, test } from 'vitest'
import { ABA_CALENDAR as CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import type { Clock } from './clock-period.ts'
import { explain } from './explain.ts'
import { accepted, date, GUIDE, hearing, received } from './testing/lodged.ts'

const sentence = (clock: Clock, application: Parameters<typeof explain>[1]): string =>
  explain(clock, application, GUIDE, CALENDAR)

describe('the sentence that explains a due date', () => {
  test('names the holiday and the hearing that did not count', () => {
    const pauses = [hearing('2026-03-12', '2026-03-23')]
    expect(sentence('decision', accepted('2026-03-03', { pauses }))).toBe(
      '自 3 月 3 日受理起 20 个工作日，清明 3 天不计入，听证 7 个工作日不计入（许可法第 42、45、82 条），至 2026年4月10日届满。',
    )
  })

  test('tells the promised limit apart from the statutory one', () => {
    expect(sentence('committed', accepted('2026-03-03'))).toBe(
      '自 3 月 3 日受理起承诺 10 个工作日（许可法第 82 条），至 2026年3月17日届满。',
    )
  })

  test('says what silence means for acceptance, from receipt or from the corrections', () => {
    expect(sentence('acceptance', received('2026-09-18'))).toBe(
      '自 9 月 18 日收件起 5 个工作日，调休上班 1 天计入（许可法第 32、82 条），至 2026年9月24日届满，逾期不告知即视为受理。',
    )
    expect(
      sentence('acceptance', received('2026-03-02', { correctedOn: date('2026-03-18') })),
    ).toContain('自 3 月 18 日补正齐全起 5 个工作日')
  })

  test('says that a deemed acceptance counts from receipt', () => {
    const acceptance = { on: date('2026-03-02'), recordedOn: date('2026-03-10'), deemed: true }
    expect(sentence('decision', accepted('2026-03-02', { acceptance }))).toBe(
      '自 3 月 2 日视为受理起 20 个工作日（许可法第 32、42、82 条），至 2026年3月30日届满。',
    )
  })

  test('names an extension', () => {
    const extension = { on: date('2026-03-27'), days: 10, reason: '案情复杂' }
    expect(sentence('decision', accepted('2026-03-02', { extension }))).toBe(
      '自 3 月 2 日受理起 20 个工作日，经批准延长 10 个工作日，清明 3 天不计入（许可法第 42、82 条），至 2026年4月14日届满。',
    )
  })

  test('gives no date while a hearing is open, only what remains', () => {
    const pauses = [hearing('2026-05-11', null)]
    expect(sentence('decision', accepted('2026-05-06', { pauses }))).toBe(
      '自 5 月 6 日受理起 20 个工作日，调休上班 1 天计入（许可法第 42、45、82 条），5 月 11 日起听证期间不计入，听证结束后续算余下 16 个工作日。',
    )
  })

  test('says that a date beyond the announced years is provisional', () => {
    expect(sentence('decision', accepted('2026-12-14'))).toBe(
      '自 2026年12月14日受理起 20 个工作日，元旦 1 天不计入（许可法第 42、82 条），至 2027年1月12日届满，2027 年放假安排尚未公布，此日期为暂定。',
    )
  })

  test('names the expiry of the certificate being renewed', () => {
    const renewal = {
      certificateOf: '019a0000-0000-7000-8000-000000000001' as never,
      expiresOn: date('2026-08-15'),
      protected: true,
    }
    expect(sentence('decision', accepted('2026-07-20', { renewal }))).toBe(
      '自 7 月 20 日受理起 20 个工作日（许可法第 42、50、82 条），至 2026年8月15日届满，许可 2026年8月15日到期，届满前须作出决定。',
    )
  })

  test('explains a step by the guide', () => {
    expect(sentence('step', accepted('2026-03-02'))).toBe(
      '自 3 月 2 日进入审核环节起限 5 个工作日（许可法第 82 条），至 2026年3月9日届满。',
    )
  })

  test('says when a clock that has not begun will begin', () => {
    expect(sentence('decision', received('2026-03-02'))).toContain('尚未受理')
    expect(sentence('issuance', received('2026-03-02'))).toContain('尚未作出决定')
  })
})
