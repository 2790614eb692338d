import { expect, test } from 'vitest'
import { isForEverybody, isPublicAnswer, isPublicPage } from './may-be-kept.ts'

test.each([
  ['/api/items', true],
  ['/api/items/aba-36', true],
  ['/api/items/aba-36/form', true],
  ['/api/items/aba-36/form.pdf', false],
  ['/api/session', false],
  ['/api/drafts', false],
  ['/api/applications/mine', false],
  ['/api/progress', false],
  ['/api/messages', false],
  ['/api/enquiries/mine', false],
  ['/api/items/aba-36/../../session', false],
])('%s may be kept on the device: %s', (path, kept) => expect(isPublicAnswer(path)).toBe(kept))

test('only what the server calls public is kept, and no refusal', () => {
  const answer = (status: number, control: string) =>
    new Response('', { status, headers: { 'cache-control': control } })
  expect(isForEverybody(answer(200, 'public, no-cache'))).toBe(true)
  expect(isForEverybody(answer(200, 'private, no-cache'))).toBe(false)
  expect(isForEverybody(answer(200, ''))).toBe(false)
  expect(isForEverybody(answer(503, 'public, no-cache'))).toBe(false)
})

test.each([
  ['/', true],
  ['/items/aba-36', true],
  ['/apply/aba-36', true],
  ['/hall/screen', true],
  ['/hall', false],
  ['/window', false],
  ['/desk', false],
  ['/docs', false],
  ['/itemsx', false],
])('%s opens without a network: %s', (path, opens) => expect(isPublicPage(path)).toBe(opens))
