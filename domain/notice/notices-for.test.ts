import { describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '../application/events.ts'
import { NOTICE_KINDS } from './notice.ts'
import { numberPrefixOf } from './number-series.ts'
import { COMPLETE_LIFE } from './testing/lives.ts'
import { accepted, contextOf, date, HEAD, nine, papersOf, receipt } from './testing/paper.ts'
import { fillTokens } from './tokens.ts'

describe('which event makes which paper', () => {
  test('each event makes the papers the procedure names, and no other', () => {
    const made = COMPLETE_LIFE.map(({ history, context }) => [
      history.at(-1)?.type,
      papersOf(history, context).map(({ kind }) => kind),
    ])
    expect(made).toEqual([
      ['ApplicationReceived', ['receipt-slip']],
      ['ApplicationAccepted', ['acceptance-notice']],
      ['ApplicationDeemedAccepted', ['deemed-acceptance-notice']],
      ['ApplicationDeclined', ['non-acceptance-notice']],
      ['CorrectionRequested', ['correction-notice']],
      ['ClockPaused', ['procedure-notice']],
      ['DeadlineExtended', ['extension-notice']],
      ['LicenceGranted', ['grant-decision']],
      ['LicenceDeemedRenewed', ['grant-decision']],
      ['LicenceRefused', ['refusal-decision']],
      ['SealingLetterSent', ['sealing-letter']],
      ['ReadyForPickup', ['pickup-notice']],
      ['ResultIssued', ['delivery-receipt']],
      ['CertificateRevoked', ['revocation-copy']],
    ])
    const kinds = new Set(made.flatMap(([, of]) => of))
    expect(NOTICE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([
      'supervision-order',
      'circular',
      'commitment-letter',
      'tolerance-promise',
    ])
  })

  test('a withdrawal or annulment of the certificate is not copied as a penalty', () => {
    const life = COMPLETE_LIFE.find(({ name }) => name === 'revoked')
    if (life === undefined) throw new Error('No such life')
    for (const kind of ['withdrawn', 'annulled'] as const) {
      const event: ApplicationEvent = {
        type: 'CertificateRevoked',
        by: HEAD,
        at: nine('2026-06-10'),
        kind,
        reason: '',
        copyTo: [],
      }
      expect(papersOf([...life.history.slice(0, -1), event], life.context)).toEqual([])
    }
  })

  test('supplied corrections, opinions and the seal itself make no paper', () => {
    const context = contextOf(42)
    const resumed: ApplicationEvent = {
      type: 'ClockResumed',
      by: HEAD,
      at: nine('2026-03-09'),
      kind: 'hearing',
    }
    expect(papersOf([receipt(context), accepted('2026-03-03'), resumed], context)).toEqual([])
  })
})

describe('what every paper has', () => {
  test.each(COMPLETE_LIFE)(
    '$name: issuer, number series, seal, date, item, application number, the baseline mark',
    ({ history, context }) => {
      for (const paper of papersOf(history, context)) {
        const byWindow = paper.seal === 'acceptance-seal'
        expect(paper.issuer).toBe(byWindow ? '阿坝州行政审批服务中心' : '阿坝州文体旅游局')
        expect(paper.seal).toBe(byWindow ? 'acceptance-seal' : 'department:culture-tourism')
        expect(paper.numberPrefix.startsWith(byWindow ? '阿审' : '阿文旅')).toBe(true)
        expect(paper.dated).toMatch(/^2026-\d\d-\d\d$/)
        expect(paper.footnotes).toEqual(['基准指南，待部门确认'])
        const text = JSON.stringify(paper)
        expect(text).toContain('⟦办件编号⟧')
        expect(text).toContain(context.item.name)
        expect(text).not.toContain('513201199003070014')
        expect(text).not.toMatch(/undefined|null,null|NaN|。。|，，|；。/)
      }
    },
  )

  test.each(COMPLETE_LIFE)('$name: no token is left once filled', ({ history, context }) => {
    for (const paper of papersOf(history, context)) {
      const filled = fillTokens(paper, {
        applicationNumber: '513200-20260302-000001',
        documentNumber: `${paper.numberPrefix}〔2026〕1号`,
        queryCode: 'K7Q2M9',
      })
      expect(JSON.stringify(filled)).not.toMatch(/[⟦⟧]/)
      expect(JSON.stringify(filled)).toContain('513200-20260302-000001')
    }
  })

  test('a confirmed guide carries no baseline mark', () => {
    const context = contextOf(42, { guide: { confirmation: 'confirmed' } })
    expect(papersOf([receipt(context)], context)[0]?.footnotes).toEqual([])
  })

  test('a name with a middle dot, an ID-less permit and a company are printed as they are', () => {
    const context = contextOf(42)
    const permit = {
      kind: 'person',
      name: '欧阳·示例·扎西',
      identityType: 'hk-macao-permit',
      identityNumber: 'H12345678',
      phone: null,
      address: null,
      contactName: null,
    } as const
    const [slip] = papersOf([receipt(context, { applicant: permit })], context)
    expect(slip?.addressee).toBe('欧阳·示例·扎西')
    expect(JSON.stringify(slip)).toContain('"港澳居民来往内地通行证号码","H****678"')
  })
})

describe('the number series', () => {
  test('the window has its own, a department numbers under its own name', () => {
    expect(numberPrefixOf('acceptance-notice', '阿文旅')).toBe('阿审受')
    expect(numberPrefixOf('deemed-acceptance-notice', '阿文旅')).toBe('阿审受')
    expect(numberPrefixOf('correction-notice', '阿文旅')).toBe('阿审补')
    expect(numberPrefixOf('non-acceptance-notice', '阿文旅')).toBe('阿审不受')
    expect(numberPrefixOf('extension-notice', '阿文旅')).toBe('阿文旅许延')
    expect(numberPrefixOf('procedure-notice', '阿文旅')).toBe('阿文旅许特')
    expect(numberPrefixOf('grant-decision', '阿文旅')).toBe('阿文旅许准')
    expect(numberPrefixOf('refusal-decision', '阿文旅')).toBe('阿文旅许不准')
    expect(numberPrefixOf('sealing-letter', '阿文旅')).toBe('阿文旅许函')
    expect(numberPrefixOf('revocation-copy', '阿文旅')).toBe('阿文旅吊抄')
  })
})

test('a due date beyond the announced calendar says that it is provisional', () => {
  const context = contextOf(42)
  const late = receipt(context, { at: nine('2026-12-14') })
  const [notice] = papersOf([late, accepted('2026-12-15')], context)
  expect(notice?.dated).toBe(date('2026-12-15'))
  expect(JSON.stringify(notice)).toContain('（暂定，放假安排公布后重新计算）')
})
