/**
 * What may go wrong between a page and a device: permanent codes, each with the sentence a clerk reads. A page in another
 * language says its own words by the code.
 */
export const DEVICE_FAULTS = {
  // Found by the page.
  'bridge-absent': '本机的设备程序没有运行，请启动设备程序，或者手工录入。',
  'bridge-silent': '设备程序没有回应，请重新启动设备程序，或者手工录入。',
  'bridge-garbage': '设备程序的回答不合协议，请更新设备程序，或者手工录入。',
  // Found by the local program.
  'protocol-unsupported': '设备程序与网页的协议版本不同，请更新设备程序。',
  'message-malformed': '设备程序看不懂这条消息，请刷新网页后重试。',
  'message-too-large': '发给设备的内容太大，请分次打印或者减少页数。',
  'not-paired': '本机还没有配对，请在“本机设备”页输入设备程序显示的配对码。',
  'wrong-code': '配对码不对，请按设备程序现在显示的六位数字重新输入。',
  'pairing-locked': '配对码连续输错，请一分钟后按新的配对码重新输入。',
  'device-unknown': '本机没有接这种设备，请在设备程序的设置中添加，或者手工录入。',
  'operation-unknown': '这台设备没有这项功能，请换一台设备或者手工办理。',
  'input-malformed': '发给设备的内容不完整，请刷新网页后重试。',
  'device-busy': '设备正在办理另一项，请稍候再试。',
  'device-timeout': '设备五秒内没有回应，请检查连线和电源，或者手工录入。',
  'person-timeout': '等候超时，没有收到签名或者选择，请重新发起。',
  'device-garbage': '设备返回的内容无法识别，请重新操作，或者手工录入。',
  // Found by a driver.
  'device-absent': '设备没有连接，请检查连线和电源，或者手工录入。',
  'device-failed': '设备报告故障，请重新操作；仍不行请联系维护人员，先手工录入。',
  'no-card': '没有读到证件，请把身份证放在读卡区后再读，或者手工录入。',
  'card-unreadable': '证件读不出来，请重放证件再读，或者手工录入。',
  'no-paper': '打印机缺纸，请装纸后重新打印。',
  'cover-open': '设备的盖子没有合上，请合上后重试。',
  'box-unknown': '柜子没有这个格口，请核对格口号。',
  'box-stuck': '格口没有打开，请到柜前检查，或者用备用钥匙打开。',
  'was-cancelled': '操作已取消。',
} as const satisfies Readonly<Record<string, string>>

export type DeviceFaultCode = keyof typeof DEVICE_FAULTS

export const DEVICE_FAULT_CODES = Object.keys(DEVICE_FAULTS) as [
  DeviceFaultCode,
  ...DeviceFaultCode[],
]
