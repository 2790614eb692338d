export type SmsSetting = {
  /** https://gateway.example/messages */
  readonly url: string
  /** Where delivery reports are asked for; absent: the gateway tells nothing more. */
  readonly reportsUrl?: string
  readonly keyId: string
  /** Signs every request (HMAC-SHA256). */
  readonly secret: string
  /** Stands before every text: 【阿坝州政务服务】 */
  readonly signature: string
}
export type MailSetting = {
  /** smtp://user:password@mail.example:587, smtps://… */
  readonly url: string
  readonly from: string
}
export type MessageSetting = {
  readonly sms?: SmsSetting
  readonly mail?: MailSetting
  /** Days that the text of a message is kept; that it was told is kept for good. */
  readonly keepDays?: number
}

const SIGNATURE = '【阿坝州政务服务】'
const LEAST_SECRET = 16
/** Two years, local policy (待业主确认). */
export const KEEP_DAYS = 730
/** Nobody loses a message before the reconsideration period after it has run (60 days). */
const LEAST_DAYS = 90

function smsSettingOf(env: NodeJS.ProcessEnv, url: string): SmsSetting {
  const reportsUrl = env['YICHUANG_SMS_REPORTS_URL'] ?? ''
  return {
    url,
    ...(reportsUrl !== '' && { reportsUrl }),
    keyId: env['YICHUANG_SMS_KEY'] ?? '',
    secret: env['YICHUANG_SMS_SECRET'] ?? '',
    signature: env['YICHUANG_SMS_SIGN'] ?? SIGNATURE,
  }
}

export function messageSettingOf(env: NodeJS.ProcessEnv): MessageSetting {
  const url = env['YICHUANG_SMS_URL'] ?? ''
  const mail = env['YICHUANG_SMTP_URL'] ?? ''
  const keepDays = env['YICHUANG_MESSAGE_DAYS'] ?? ''
  return {
    ...(url !== '' && { sms: smsSettingOf(env, url) }),
    ...(mail !== '' && { mail: { url: mail, from: env['YICHUANG_MAIL_FROM'] ?? '' } }),
    ...(keepDays !== '' && { keepDays: Number(keepDays) }),
  }
}

/** What is wrong with the settings, each with its remedy. */
export function messageWeaknesses(
  { sms, mail, keepDays = KEEP_DAYS }: MessageSetting,
  demonstration: boolean,
): readonly string[] {
  return [
    ...(sms ? smsWeaknesses(sms, demonstration) : []),
    ...(mail ? mailWeaknesses(mail) : []),
    ...(Number.isInteger(keepDays) && keepDays >= LEAST_DAYS
      ? []
      : [`YICHUANG_MESSAGE_DAYS：须为不少于 ${LEAST_DAYS} 的整数天。`]),
  ]
}

function smsWeaknesses(
  { url, reportsUrl, keyId, secret }: SmsSetting,
  demonstration: boolean,
): string[] {
  const isSafe = (address: string) => {
    const place = URL.canParse(address) ? new URL(address) : undefined
    return (
      place?.protocol === 'https:' ||
      (place?.protocol === 'http:' && demonstration && isHere(place))
    )
  }
  return [
    ...(isSafe(url) ? [] : ['YICHUANG_SMS_URL：须为短信网关的 https:// 地址。']),
    ...(reportsUrl === undefined || isSafe(reportsUrl)
      ? []
      : ['YICHUANG_SMS_REPORTS_URL：须为短信网关状态报告的 https:// 地址。']),
    ...(keyId === '' ? ['YICHUANG_SMS_KEY：须填写短信网关给的密钥编号。'] : []),
    ...(secret.length >= LEAST_SECRET
      ? []
      : [`YICHUANG_SMS_SECRET：须填写短信网关给的签名密钥，不少于 ${LEAST_SECRET} 个字符。`]),
  ]
}

function mailWeaknesses({ url, from }: MailSetting): string[] {
  const place = URL.canParse(url) ? new URL(url) : undefined
  const known = place?.protocol === 'smtp:' || place?.protocol === 'smtps:'
  return [
    ...(known && place.hostname !== ''
      ? []
      : ['YICHUANG_SMTP_URL：须写成 smtp://账号:口令@主机:587 或者 smtps://…。']),
    ...(/^[^\r\n]*[^\s@]+@[^\s@]+>?$/.test(from)
      ? []
      : ['YICHUANG_MAIL_FROM：须填写发件地址，如 一窗 <zw@example.gov.cn>。']),
  ]
}

export function isHere({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
