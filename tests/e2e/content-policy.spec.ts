import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { policyViolations } from './support/page-policy.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { smallPdf } from './support/small-pdf.ts'

const { database, connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

async function oneOf(status: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'select application_id as id from application where region_code = 513200 and status = $1 order by number limit 1',
    [status],
  )
  return row?.id ?? ''
}
const [received, sealed] = await Promise.all([oneOf('received'), oneOf('sealed')])

/** The reader draws its operations as they come into sight. */
async function scrolledTo(page: Page, operation: Locator): Promise<void> {
  for (let turned = 0; turned < 200 && !(await operation.isVisible()); turned += 1) {
    await page.mouse.wheel(0, 2400)
    await page.waitForTimeout(50)
  }
  await operation.click()
}

/** The first operation of the document that asks for nothing. */
async function firstReading(): Promise<string> {
  const answer = await fetch(`${product.address}/api/openapi.json`)
  const { paths } = (await answer.json()) as { paths: Record<string, { get?: Operation }> }
  const isFree = (operation: Operation | undefined) =>
    operation?.parameters?.some(({ required }) => required === true) !== true
  const found = Object.entries(paths).find(([, { get }]) => get !== undefined && isFree(get))
  return found?.[0] ?? ''
}
type Operation = { readonly parameters?: readonly { readonly required?: boolean }[] }

test('the reader of the interface stays within the policy', async () => {
  const anyone = await visitor(browser, product.address)
  const violations = await policyViolations(anyone)
  await anyone.page.goto('/docs')
  await settle(anyone.page, '一窗 · 政务服务综合窗口接口')
  // An operation opened in the reader, with its models.
  await scrolledTo(
    anyone.page,
    anyone.page.getByText(await firstReading(), { exact: true }).first(),
  )
  await anyone.page.getByRole('button', { name: 'Try it out' }).first().click()
  await anyone.page.getByRole('button', { name: 'Execute' }).first().click()
  await anyone.page.getByText('Response body').first().waitFor()
  expect(violations()).toEqual([])
  await anyone.context.close()
})

test('previews, papers and printing stay within the policy', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const violations = await policyViolations(clerk)
  await clerk.page.goto(`/applications/${sealed}`)
  await settle(clerk.page, '链完整')
  await clerk.page.getByRole('button', { name: '查看' }).first().click()
  await clerk.page.getByRole('dialog').getByRole('img').first().waitFor()
  expect(violations()).toEqual([])
  await clerk.context.close()
})

/** Runs in the page as a flaw in it would: what of it took effect. */
const PUT_IN = `(async () => {
  window.ran = []
  const attempt = (put) => { try { put() } catch {} }
  attempt(() => {
    const script = document.createElement('script')
    script.append('window.ran.push("inline")')
    document.body.append(script)
  })
  attempt(() => {
    const script = document.createElement('script')
    script.src = 'data:text/javascript,window.ran.push("data")'
    document.body.append(script)
  })
  attempt(() => {
    const picture = document.createElement('img')
    picture.setAttribute('onerror', 'window.ran.push("attribute")')
    picture.src = 'data:image/png;base64,AAAA'
    document.body.append(picture)
  })
  attempt(() => {
    const style = document.createElement('style')
    style.append('body { --put-in: yes }')
    document.head.append(style)
  })
  attempt(() => {
    document.body.insertAdjacentHTML('beforeend', '<p>markup</p>')
    window.ran.push('markup')
  })
  // Later: what the test itself runs is let through.
  setTimeout(() => attempt(() => eval('window.ran.push("eval")')), 0)
  attempt(() => setTimeout('window.ran.push("timer")', 0))
  await new Promise((resolve) => setTimeout(resolve, 300))
  if (getComputedStyle(document.body).getPropertyValue('--put-in') !== '') window.ran.push('style')
  return window.ran
})()`

test('a page runs no script and takes no style but its own, whatever is put into it', async () => {
  const anyone = await visitor(browser, product.address)
  for (const path of ['/', '/sign-in']) {
    await anyone.page.goto(path)
    const ran = await anyone.page.evaluate<string[]>(PUT_IN)
    expect(ran).toEqual([])
  }
  await anyone.context.close()
})

const POLICY = 'content-security-policy'

test('an uploaded file is answered so that nothing in it can act', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const headers = { 'x-yichuang': '1' }
  const uploaded = await clerk.page.request.post(`/api/applications/${received}/materials/1`, {
    headers,
    multipart: { file: { name: '材料.pdf', mimeType: 'application/pdf', buffer: smallPdf() } },
  })
  const { fileId } = (await uploaded.json()) as { fileId: string }
  const file = await clerk.page.request.get(`/api/applications/${received}/files/${fileId}`)
  expect(file.headers()[POLICY]).toContain("default-src 'none'")
  expect(file.headers()[POLICY]).not.toContain('script')
  expect(file.headers()['x-content-type-options']).toBe('nosniff')
  expect(file.headers()['content-disposition']).toContain('inline')
  await clerk.context.close()
})

test('every page comes with a nonce of its own', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const answer = await fetch(`${product.address}/`)
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(answer.headers.get(POLICY) ?? '') ?? []
      expect(await answer.text()).toContain(`nonce="${nonce}"`)
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(3)
  expect(nonces[0]).toHaveLength(24)
})
