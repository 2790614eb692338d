import { expect, test } from 'vitest'
import { messageSettingOf, messageWeaknesses } from './message-settings.ts'

const SMS = {
  YICHUANG_SMS_URL: 'https://sms.example/messages',
  YICHUANG_SMS_KEY: 'k1',
  YICHUANG_SMS_SECRET: 'ceshi-ceshi-ceshi-ceshi',
}
const MAIL = {
  YICHUANG_SMTP_URL: 'smtp://zw:mima@mail.example:587',
  YICHUANG_MAIL_FROM: '一窗 <zw@example.com>',
}
const wrong = (env: NodeJS.ProcessEnv, demonstration = false) =>
  messageWeaknesses(messageSettingOf(env), demonstration)

test('without settings nothing is sent and nothing is wrong', () => {
  expect(messageSettingOf({})).toEqual({})
  expect(wrong({})).toEqual([])
})

test('a gateway and a mail server are taken as they are set', () => {
  expect(wrong({ ...SMS, ...MAIL })).toEqual([])
  expect(messageSettingOf(SMS).sms?.signature).toBe('【阿坝州政务服务】')
})

test.each([
  [
    'a gateway over plain HTTP',
    { ...SMS, YICHUANG_SMS_URL: 'http://sms.example' },
    /YICHUANG_SMS_URL/,
  ],
  [
    'a gateway on this machine, in production',
    { ...SMS, YICHUANG_SMS_URL: 'http://127.0.0.1:1' },
    /YICHUANG_SMS_URL/,
  ],
  ['no key', { ...SMS, YICHUANG_SMS_KEY: '' }, /YICHUANG_SMS_KEY/],
  ['a short secret', { ...SMS, YICHUANG_SMS_SECRET: 'short' }, /YICHUANG_SMS_SECRET/],
  [
    'no address of a mail server',
    { ...MAIL, YICHUANG_SMTP_URL: 'mail.example' },
    /YICHUANG_SMTP_URL/,
  ],
  ['no sender', { ...MAIL, YICHUANG_MAIL_FROM: '' }, /YICHUANG_MAIL_FROM/],
  [
    'a sender with a line of its own',
    { ...MAIL, YICHUANG_MAIL_FROM: 'a@b\nBcc: c@d' },
    /YICHUANG_MAIL_FROM/,
  ],
])('%s is named with its remedy', (_, env, sentence) => {
  const found = wrong(env)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(sentence)
})

test('the demonstration may use a gateway on this machine', () => {
  expect(wrong({ ...SMS, YICHUANG_SMS_URL: 'http://127.0.0.1:9000/x' }, true)).toEqual([])
})
