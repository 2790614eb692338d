/** Opens the printer's dialog on a signed PDF without leaving the page; where the browser will not, the PDF opens in a tab. */
export function printPdf(address: string): void {
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0'
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.focus()
      frame.contentWindow?.print()
    } catch {
      window.open(address, '_blank', 'noopener')
    }
  })
  frame.addEventListener('error', () => window.open(address, '_blank', 'noopener'))
  frame.src = address
  document.querySelector('iframe[data-print]')?.remove()
  frame.dataset['print'] = ''
  document.body.append(frame)
}
