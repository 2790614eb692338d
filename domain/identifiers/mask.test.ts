import { describe, expect, test } from 'vitest'
import { maskApplicant, maskIdentity, maskName, maskPhone } from './mask.ts'

describe('personal data outside the hands of who handles the application', () => {
  test.each([
    ['张某', '张*'],
    ['张某某', '张**'],
    ['欧阳某某', '欧阳**'],
    ['欧阳', '欧*'],
    ['卓玛示例', '卓***'],
    ['扎西·示例', '扎***'],
    ['𠮷某', '𠮷*'],
    ['某', '某*'],
  ])('the name %s shows as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('identities keep their ends', () => {
    expect(maskIdentity('id-card', '513201199003070014')).toBe('513201********0014')
    expect(maskIdentity('credit-code', '91513200MA00001081')).toBe('9151****1081')
    expect(maskIdentity('passport', 'E12345678')).toBe('E****678')
    expect(maskIdentity('passport', 'E12')).toBe('****')
  })

  test('phones keep their ends', () => {
    expect(maskPhone('13800001234')).toBe('138****1234')
    expect(maskPhone('0837-2821234')).toBe('****1234')
    expect(maskPhone('1234')).toBe('****')
  })

  test('an enterprise keeps its name; who came for it does not', () => {
    expect(
      maskApplicant({
        kind: 'company',
        name: '阿坝示例商贸有限公司',
        identityType: 'credit-code',
        identityNumber: '91513200MA00001081',
        phone: '13800001234',
        address: '马尔康市示例街 1 号',
        contactName: '张某某',
      }),
    ).toEqual({
      kind: 'company',
      name: '阿坝示例商贸有限公司',
      identityType: 'credit-code',
      identityNumber: '9151****1081',
      phone: '138****1234',
      address: '****',
      contactName: '张**',
    })
  })
})
