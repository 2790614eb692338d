import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const PAGE = 'dist/web/index.html'
/** Bytes of script, packed, that a phone loads before the first public page answers. */
const MOST = 90_000

// The build comes before the tests (npm test); alone, a test run without one has nothing to weigh.
test.runIf(existsSync(PAGE))('the first page of the portal takes at most 90 kB of script', () => {
  const html = readFileSync(PAGE, 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file,
  )
  expect(scripts.length).toBeGreaterThan(1)
  const bytes = [...new Set(scripts)].map(
    (file) => gzipSync(readFileSync(`dist/web/${file}`), { level: 9 }).length,
  )
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST)
})
