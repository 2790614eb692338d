export const CHANNEL_NAME: Readonly<Record<string, string>> = {
  window: '窗口',
  portal: '网上',
  kiosk: '自助终端',
  post: '邮寄',
  agent: '代办',
}
