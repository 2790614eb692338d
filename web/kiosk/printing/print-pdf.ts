import { kioskBridge } from './kiosk-bridge.ts'

const NAME = 'yichuang'

/** Sends a PDF of this server to the kiosk's printer, without leaving the page. Rejects when it cannot be had. */
export async function printPdf(address: string): Promise<void> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`No paper: ${answer.status}`)
  const paper = await answer.blob()
  const bridge = await kioskBridge()
  const printed = await bridge?.request('page-printer', 'print', {
    pdf: await base64Of(paper),
    name: NAME,
    copies: 1,
  })
  if (printed?.ok !== true) await printInBrowser(paper)
}

async function base64Of(paper: Blob): Promise<string> {
  const bytes = new Uint8Array(await paper.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

async function printInBrowser(paper: Blob): Promise<void> {
  const url = URL.createObjectURL(paper)
  document.querySelector('iframe[data-print]')?.remove()
  const frame = document.createElement('iframe')
  frame.dataset['print'] = ''
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0'
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
    frame.src = url
    document.body.append(frame)
  })
  frame.contentWindow?.focus()
  frame.contentWindow?.print()
  URL.revokeObjectURL(url)
}
