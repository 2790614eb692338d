import { expect, test } from 'vitest'
import { maskName } from '../identifiers/mask.ts'
import { MESSAGE_KINDS, type MessageKind } from './message-kinds.ts'
import { contactOfEvent, messagesOfEvent } from './messages-of-event.ts'

const PERSON = {
  name: '张某某',
  identityNumber: '513201198805120015',
  phone: '13800000001',
  email: 'shili@example.com',
  address: '马尔康市示例路 1 号',
}
const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[]
const textOf = (kind: MessageKind) =>
  MESSAGE_KINDS[kind].text({
    name: maskName(PERSON.name),
    item: '食品生产许可',
    number: '513200-20260302-000001',
    link: 'https://zw.example.gov.cn/rate/AAAA',
    until: '2026-03-30',
  })

test.each(KINDS)('%s holds nobody’s data beyond a masked name', (kind) => {
  const text = textOf(kind)
  for (const datum of Object.values(PERSON)) expect(text).not.toContain(datum)
  // No identity and no phone of anybody: neither eighteen characters nor a mobile number stand in it.
  const withoutNumber = text.replaceAll('513200-20260302-000001', '')
  expect(withoutNumber).not.toMatch(/\d{17}[\dX]/)
  expect(withoutNumber).not.toMatch(/1[3-9]\d{9}/)
  expect(text).toContain('张**')
})

test.each(KINDS)('%s fits into three parts of a text message', (kind) => {
  expect(Array.from(textOf(kind)).length).toBeLessThanOrEqual(190)
})

test('a decision is announced without its outcome', () => {
  expect(textOf('decision')).not.toMatch(/准予|不予|批准|驳回/)
  expect(messagesOfEvent('LicenceGranted', ['grant-decision'])).toEqual(['decision'])
  expect(messagesOfEvent('LicenceRefused', ['refusal-decision'])).toEqual(['decision'])
})

test('letters between government bodies are nobody’s message', () => {
  expect(messagesOfEvent('SealingLetterSent', ['sealing-letter'])).toEqual([])
  expect(messagesOfEvent('CertificateRevoked', ['revocation-copy'])).toEqual([])
})

test('a reminder is a courtesy; what serves a notice is not', () => {
  expect(messagesOfEvent('ApplicantReminded', [])).toEqual(['correction-reminder'])
  expect(MESSAGE_KINDS['correction-reminder'].nature).toBe('courtesy')
  for (const kind of ['accepted', 'declined', 'correction', 'decision', 'pickup'] as const)
    expect(MESSAGE_KINDS[kind].nature).toBe('legal')
})

test('a rating is asked for after each contact and after nothing else', () => {
  expect(contactOfEvent('ApplicationReceived')).toBe('intake')
  expect(contactOfEvent('ResultDelivered')).toBe('delivery')
  expect(contactOfEvent('CardRaised')).toBeUndefined()
})
