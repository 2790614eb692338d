import { describe, expect, test } from 'vitest'
import { explainViolation } from './violation-texts.ts'
import type { Violation, ViolationCode } from './violations.ts'

/** One of each, as the rules give them. */
const EVERY: { readonly [Code in ViolationCode]: Extract<Violation, { code: Code }> } = {
  'not-your-application': { code: 'not-your-application' },
  'only-the-window-accepts': { code: 'only-the-window-accepts' },
  'separation-of-duties': { code: 'separation-of-duties', did: '您已审核本件' },
  'not-your-department': { code: 'not-your-department' },
  'not-permitted': { code: 'not-permitted' },
  'action-not-allowed': { code: 'action-not-allowed', action: 'ApplySeal', status: 'archived' },
  'already-lodged': { code: 'already-lodged' },
  'not-trained-for-item': { code: 'not-trained-for-item' },
  'guide-not-published': { code: 'guide-not-published' },
  'item-devolved': { code: 'item-devolved', handledBy: '所在县（市）财政局' },
  'item-not-offered': { code: 'item-not-offered', why: '本事项已依法取消，不再需要申请许可。' },
  'unknown-situation': { code: 'unknown-situation', why: '请先回答“您要办什么”。' },
  'form-invalid': {
    code: 'form-invalid',
    faults: [{ element: 'premises.area', message: '经营面积不能为空。' }],
  },
  'form-version-changed': { code: 'form-version-changed', version: 3 },
  'mandate-invalid': { code: 'mandate-invalid', why: '委托已于 2026年3月1日 到期。' },
  'commitment-not-allowed': { code: 'commitment-not-allowed', material: 2 },
  'not-tolerable': { code: 'not-tolerable', materials: [1] },
  'bundle-result-missing': { code: 'bundle-result-missing', items: ['公司设立登记'] },
  'bundle-nothing-ended': { code: 'bundle-nothing-ended', items: ['营业执照'] },
  'bundle-part-depends': { code: 'bundle-part-depends', items: ['营业执照'] },
  'tolerated-material-missing': { code: 'tolerated-material-missing', materials: [2] },
  'tolerance-consequence-open': { code: 'tolerance-consequence-open', said: false },
  'commitment-broken': { code: 'commitment-broken', materials: [3] },
  'item-suspended': { code: 'item-suspended', atTheWindow: true },
  'invalid-id-number': { code: 'invalid-id-number', why: '校验位不符。' },
  'invalid-credit-code': { code: 'invalid-credit-code', why: '校验位不符。' },
  'renewal-not-possible': { code: 'renewal-not-possible', why: '原证照已经到期失效。' },
  'materials-incomplete': { code: 'materials-incomplete', materials: [2, 3] },
  'checks-not-passed': { code: 'checks-not-passed' },
  'unknown-material': { code: 'unknown-material', material: 9 },
  'correction-window-closed': { code: 'correction-window-closed' },
  'correction-must-be-complete-at-once': {
    code: 'correction-must-be-complete-at-once',
    asked: [2],
  },
  'must-accept-after-correction': { code: 'must-accept-after-correction' },
  'correction-not-asked': { code: 'correction-not-asked' },
  'no-limit-to-correct': { code: 'no-limit-to-correct' },
  'already-decided': { code: 'already-decided' },
  'not-a-special-procedure': { code: 'not-a-special-procedure' },
  'procedure-too-late': { code: 'procedure-too-late' },
  'procedure-already-running': { code: 'procedure-already-running' },
  'not-department-head': { code: 'not-department-head' },
  'needs-government-approval': { code: 'needs-government-approval' },
  'extension-too-late': { code: 'extension-too-late' },
  'already-extended': { code: 'already-extended' },
  'opinions-missing': { code: 'opinions-missing', departments: ['州市场监管局'] },
  'reason-too-short': { code: 'reason-too-short', least: 20 },
  'fee-not-settled': { code: 'fee-not-settled', amount: 100 },
  'letter-missing': { code: 'letter-missing' },
  'letter-incomplete': { code: 'letter-incomplete', missing: ['content-lawful'] },
  'hash-mismatch': { code: 'hash-mismatch' },
  'seal-mode-unconfirmed': { code: 'seal-mode-unconfirmed' },
  'not-sealed': { code: 'not-sealed' },
  'no-proof-of-delivery': { code: 'no-proof-of-delivery' },
  'already-rated': { code: 'already-rated' },
  'nothing-to-answer': { code: 'nothing-to-answer' },
}

describe('every refusal is told in a Chinese sentence with the rule it rests on', () => {
  test.each(Object.entries(EVERY))('%s', (code, violation: Violation) => {
    const { sentence, article } = explainViolation(violation)
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(sentence).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u)
    expect(sentence).not.toMatch(/undefined|null|\[object/)
    expect(article).toMatch(/第.+[条）\d]|附件|GB|国办发|办事指南|承诺书|次序/)
  })

  test.each([
    ['materials-incomplete', '第 2、3 项材料'],
    ['item-devolved', '所在县（市）财政局'],
    ['opinions-missing', '州市场监管局'],
    ['letter-incomplete', '内容合法'],
    ['fee-not-settled', '100 元'],
    ['action-not-allowed', '已归档'],
  ] as const)('%s names %s', (code, named) => {
    expect(explainViolation<ViolationCode>(EVERY[code]).sentence).toContain(named)
  })
})
