import type { DeviceListing } from '../contract/device-bridge.ts'
import { DEVICE_KINDS } from '../contract/device-kinds.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What stands at http://127.0.0.1 of this machine: the code of the moment and the devices that were found. */
export function pairingPage(
  program: string,
  code: string,
  devices: readonly DeviceListing[],
): string {
  const rows = devices
    .map(
      ({ device, name, simulated }) =>
        `<li>${DEVICE_KINDS[device].name}：${escaped(name)}${simulated ? '（模拟）' : ''}</li>`,
    )
    .join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>设备程序</title>
<style>body{font:16px/1.7 "Microsoft YaHei",sans-serif;margin:48px;color:#1F2329}b{font-size:56px;letter-spacing:.12em}</style>
<h1>${escaped(program)}</h1><p>配对码，在网页的“本机设备”中输入一次（刷新本页看新的）：</p><p><b>${code}</b></p>
<p>本机的设备：</p><ul>${rows || '<li>还没有设置设备</li>'}</ul></html>`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
}
