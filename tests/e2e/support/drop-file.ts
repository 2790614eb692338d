import type { Locator } from 'playwright-core'

/** Drops a file on a place of the page, as from the folder beside the browser. */
export async function dropFile(place: Locator, name: string, bytes: Buffer): Promise<void> {
  const transfer = await place.page().evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (one) => one.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}, { type: 'application/pdf' }))
      return transfer
    })()`,
  )
  await place.dispatchEvent('drop', { dataTransfer: transfer })
}
