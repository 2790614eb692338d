import { expect, test } from 'vitest'
import { disagreement, modeStanding } from './seal-mode-words.ts'

const NOTHING = { mode: null, document: null, effective: false, confirmedBy: [] }
const FIRST = {
  mode: 'bureau',
  document: '阿审批发〔2026〕1号',
  effective: false,
  confirmedBy: ['甲示例'],
}

test('an item nobody spoke for waits for the first person', () => {
  expect(modeStanding(NOTHING, '甲示例').act).toBe('登记')
})

test('who recorded first waits for another person, who is told to record the same', () => {
  expect(modeStanding(FIRST, '甲示例').words).toBe('您已登记，待另一人登记同样内容')
  expect(modeStanding(FIRST, '乙示例').act).toBe('复核登记')
})

test('what two people recorded is not recorded again', () => {
  const agreed = { ...FIRST, effective: true, confirmedBy: ['甲示例', '乙示例'] }
  expect(modeStanding(agreed, '乙示例').act).toBeNull()
})

test('the second person is warned before recording something else', () => {
  const mine = { mode: 'bureau', document: ' 阿审批发〔2026〕1号 ' }
  expect(disagreement(FIRST, '乙示例', mine)).toBeUndefined()
  expect(disagreement(FIRST, '乙示例', { ...mine, mode: 'department' })).toContain('方式不同')
  expect(disagreement(FIRST, '乙示例', { ...mine, document: '阿审批发[2026]1号' })).toContain(
    '逐字比对',
  )
})

test('the first person may correct what only they have recorded', () => {
  expect(disagreement(FIRST, '甲示例', { mode: 'department', document: '二' })).toBeUndefined()
})
