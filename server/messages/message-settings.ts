export type SmsSetting = {
  /** https://gateway.example/messages */
  readonly url: string
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
}

const SIGNATURE = '【阿坝州政务服务】'
const LEAST_SECRET = 16

export function messageSettingOf(env: NodeJS.ProcessEnv): MessageSetting {
  const url = env['YICHUANG_SMS_URL'] ?? ''
  const mail = env['YICHUANG_SMTP_URL'] ?? ''
  return {
    ...(url !== '' && {
      sms: {
        url,
        keyId: env['YICHUANG_SMS_KEY'] ?? '',
        secret: env['YICHUANG_SMS_SECRET'] ?? '',
        signature: env['YICHUANG_SMS_SIGN'] ?? SIGNATURE,
      },
    }),
    ...(mail !== '' && { mail: { url: mail, from: env['YICHUANG_MAIL_FROM'] ?? '' } }),
  }
}

/** What is wrong with the settings, each with its remedy. */
export function messageWeaknesses(
  { sms, mail }: MessageSetting,
  demonstration: boolean,
): readonly string[] {
  return [...(sms ? smsWeaknesses(sms, demonstration) : []), ...(mail ? mailWeaknesses(mail) : [])]
}

function smsWeaknesses({ url, keyId, secret }: SmsSetting, demonstration: boolean): string[] {
  const place = URL.canParse(url) ? new URL(url) : undefined
  const isPlain = place?.protocol === 'http:' && demonstration && isHere(place)
  return [
    ...(place?.protocol === 'https:' || isPlain
      ? []
      : ['YICHUANG_SMS_URL：须为短信网关的 https:// 地址。']),
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
