import { expect, test } from 'vitest'
import { peopleWords, statedLines } from './stated-by.ts'

type Seen = Parameters<typeof statedLines>[0]
const opinion = (departmentName: string, byName: string): Seen['opinions'][number] => ({
  departmentName,
  byName,
  outcome: 'pass',
  opinion: '同意',
  on: '2026-03-18',
})
const entry = (type: string, byName: string): Seen['history'][number] => ({
  seq: 1,
  type,
  step: '',
  sentence: '',
  at: '2026-03-20T02:00:00.000Z',
  byName,
  organisationName: '',
  hash: '',
})
const SEEN: Seen = {
  letter: {
    certificateHash: '',
    statements: ['procedure-lawful', 'content-lawful', 'approval-complete'],
    sentOn: '2026-03-23',
    matchesCertificate: true,
    returned: null,
  },
  item: {
    itemId: 'aba-60',
    name: '',
    annexNumber: 60,
    levelMark: null,
    remark: null,
    departmentId: '',
    departmentName: '州甲局',
    partnerNames: ['州乙局'],
  },
  opinions: [opinion('州甲局', '甲审示例'), opinion('州乙局', '乙审示例')],
  decision: { outcome: 'grant', on: '2026-03-20', reason: '', deemed: false },
  certificate: null,
  history: [
    entry('SealingLetterSent', '新签示例'),
    entry('SealingLetterSent', '旧签示例'),
    entry('LicenceGranted', '决定示例'),
  ],
}
const peopleOf = (seen: Seen) => statedLines(seen).map(({ people }) => people.join('、'))

test('each statement names who answers for it', () => {
  expect(peopleOf(SEEN)).toEqual(['甲审示例', '甲审示例、乙审示例', '决定示例', '新签示例'])
})

test('a statement the letter does not make is shown as not made', () => {
  expect(statedLines(SEEN).map(({ made }) => made)).toEqual([true, true, true, false])
})

test('where the law renewed before any opinion, nobody is named', () => {
  const [procedure] = statedLines({ ...SEEN, opinions: [] })
  expect(procedure && peopleWords(procedure)).toBe('承办人 无（依法自动）')
})
