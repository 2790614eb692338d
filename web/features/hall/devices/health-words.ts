import type { Light } from '../../../ui/lamp.tsx'

export type HealthWord = { readonly light: Light; readonly words: string }
export type DeviceHealth = {
  /** Null: the device does not say. */
  readonly paper: HealthWord | null
  readonly printer: HealthWord | null
  readonly network: HealthWord | null
  readonly others: string
}

const PAPER: Readonly<Record<string, HealthWord>> = {
  ok: { light: 'green', words: '充足' },
  low: { light: 'amber', words: '快用完' },
  out: { light: 'red', words: '缺纸' },
}
const PART: Readonly<Record<string, HealthWord>> = {
  ok: { light: 'green', words: '正常' },
  fault: { light: 'red', words: '故障' },
}
const OTHER_NAME: Readonly<Record<string, string>> = {
  version: '版本',
  voice: '语音',
  'offline-tickets': '断网发号',
}
const VALUE_NAME: Readonly<Record<string, string>> = {
  speech: '普通话',
  recorded: '录音（待业主确认）',
  chime: '提示音',
  muted: '静音，请点一下屏幕',
  ok: '正常',
  fault: '故障',
}

/** What a device says of itself, in words; what nobody translated is shown as it came. */
export function healthOf(health: Readonly<Record<string, string>>): DeviceHealth {
  const { paper, printer, network, ...others } = health
  return {
    paper: wordOf(PAPER, paper),
    printer: wordOf(PART, printer),
    network: wordOf(PART, network),
    others: Object.entries(others)
      .map(([name, value]) => `${OTHER_NAME[name] ?? name} ${VALUE_NAME[value] ?? value}`)
      .join('，'),
  }
}

function wordOf(
  words: Readonly<Record<string, HealthWord>>,
  value: string | undefined,
): HealthWord | null {
  if (value === undefined) return null
  return words[value] ?? { light: 'none', words: value }
}
