import type { Locator } from 'playwright-core'

/** Two strokes of a pretended name, drawn with the mouse. */
export async function signOnGlass(glass: Locator): Promise<void> {
  await glass.scrollIntoViewIfNeeded()
  const box = await glass.boundingBox()
  if (box === null) throw new Error('The glass is not on the screen')
  const { mouse } = glass.page()
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await mouse.move(...at(0.2, 0.3))
  await mouse.down()
  await mouse.move(...at(0.5, 0.7), { steps: 12 })
  await mouse.move(...at(0.7, 0.2), { steps: 12 })
  await mouse.up()
  await mouse.move(...at(0.3, 0.8))
  await mouse.down()
  await mouse.move(...at(0.8, 0.6), { steps: 12 })
  await mouse.up()
}
