import { uuidv7 } from 'uuidv7'

export const COMPANY = {
  name: '阿坝示例文旅有限公司',
  creditCode: '91513200MA0EXAMP1T',
  phone: '08370000000',
  contact: '张某某',
  address: '马尔康市示例大道 0 号',
}

/** What a window sends when it receives an application of a made-up person. */
export function receiptOf(name: string, identityNumber: string) {
  return {
    commandId: uuidv7(),
    applicationId: uuidv7(),
    itemId: 'aba-40',
    applicant: {
      kind: 'person',
      name,
      identityType: 'id-card',
      identityNumber,
      phone: '13800000000',
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  }
}
