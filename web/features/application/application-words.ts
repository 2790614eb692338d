export const IDENTITY_NAME: Readonly<Record<string, string>> = {
  'id-card': '居民身份证',
  'credit-code': '统一社会信用代码',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
}

export const CHANNEL_NAME: Readonly<Record<string, string>> = {
  window: '窗口',
  portal: '网上',
  kiosk: '自助终端',
  post: '邮寄',
  agent: '代办',
}
