import type { Locator, Page } from 'playwright-core'

/** The page of a document that a screen shows, drawn whole on a sheet of its own: what a phone would photograph. */
export async function photograph(paper: Locator, camera: Page): Promise<Buffer> {
  const source = (await paper.getAttribute('src')) ?? ''
  await camera.setViewportSize({ width: 1200, height: 1700 })
  await camera.setContent('<img style="width:1150px" alt="文书">')
  const sheet = camera.getByRole('img', { name: '文书' })
  await sheet.evaluate((image, drawn) => {
    image.setAttribute('src', drawn)
  }, source)
  await camera.waitForFunction('document.querySelector("img").naturalWidth > 0')
  return await sheet.screenshot()
}
