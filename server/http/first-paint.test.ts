import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { paintPage } from './first-paint.ts'

const PAGE = '<html lang="zh-CN"><head></head><body><div id="root"></div></body></html>'
const PAGES = { home: { head: '', root: '<h1>H</h1>' }, guide: { head: '<g>', root: '<h1>G</h1>' } }

function sent(
  url: string,
  cookies: Record<string, string> = {},
  more: Record<string, string> = {},
): string {
  const headers = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none', ...more }
  const request = { url, cookies, headers }
  return paintPage(PAGE, PAGES, request as unknown as FastifyRequest)
}

test('a stranger gets the page painted, with what it will ask for', () => {
  expect(sent('/?from=poster')).toContain('<div id="root" data-session="none"><h1>H</h1></div>')
  expect(sent('/')).toContain('href="/api/items"')
  expect(sent('/items/aba-36')).toMatch(/href="\/api\/items\/aba-36"><g><\/head>.*<h1>G<\/h1>/)
})
test.each([
  ['somebody signed in', { yichuang: 'x' }],
  ['somebody signed in over TLS', { '__Host-yichuang': 'x' }],
])('%s gets it empty, and is asked who they are', (_, cookies) => {
  expect(sent('/', cookies)).toContain('<div id="root"></div>')
})
test('who reads another language or larger type gets it empty', () => {
  for (const name of ['yichuang-look-language', 'yichuang-look-type'])
    expect(sent('/', { [name]: 'en' })).toContain('<div id="root" data-session="none"></div>')
})
test('the copy that the worker keeps for every address is empty', () =>
  expect(sent('/', {}, { 'sec-fetch-mode': 'cors' })).toContain('<div id="root"></div>'))
test('who comes from another site may have a session all the same, and is asked', () =>
  expect(sent('/', {}, { 'sec-fetch-site': 'cross-site' })).toContain('<div id="root"><h1>H'))
test('nothing of an address is written into the page but the name of an item', () =>
  expect(sent('/items/%22%3E%3Cscript%3E')).not.toMatch(/script|preload/))
