import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { freshDatabase } from '../support/fresh-database.ts'
import { settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { smallPdf } from './support/small-pdf.ts'

const { database, connectionString } = await freshDatabase()
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

/** Everything that the browser refused on any page of the person, whether a page saw it or the console. */
async function watch({ context, complaints }: Pick<Person, 'context' | 'complaints'>) {
  const violations: string[] = []
  await context.exposeBinding('tellViolation', (_, text: string) => void violations.push(text))
  await context.addInitScript(`
    document.addEventListener('securitypolicyviolation', (event) =>
      window.tellViolation([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample, location.pathname].join(' | ')))`)
  return () => [
    ...violations,
    ...complaints.filter((text) => /Content Security|Trusted/i.test(text)),
  ]
}

const PLACES: readonly (readonly [string, readonly (readonly [string, string | RegExp])[]])[] = [
  [
    'chuangkou1',
    [
      ['/window', '先查找事项'],
      [`/window?open=${received}`, '撤回申请'],
      [`/window/issue?open=${sealed}`, '一、通知申请人'],
      [`/applications/${sealed}`, '链完整'],
      ['/search?q=示例', '查询'],
    ],
  ],
  ['daiban', [['/search', '查询']]],
  [
    'wentilv.shenhe',
    [
      ['/desk?list=to-review', '待归档'],
      ['/search', '查询'],
    ],
  ],
  ['wentilv.jueding', [['/desk?list=to-decide', '待决定']]],
  ['wentilv.fuze', [['/desk', '待审']]],
  ['zhouzhengfu', [['/desk', '预警']]],
  [
    'yongyin1',
    [
      ['/seal', '系统核对'],
      ['/seal?tab=modes', '用印方式'],
      ['/seal?tab=register', '用印登记簿'],
    ],
  ],
  ['ducha', [['/supervision', '预警']]],
  [
    'dating',
    [
      ['/hall', '今日办结'],
      ['/hall/devices', '登记设备'],
    ],
  ],
  ['xitong', [['/admin', '新建账号']]],
  ['anquan', [['/admin', '登记培训']]],
  ['shenji', [['/admin', '不能修改']]],
  ['qiye1', [['/my', '我的办件']]],
]

/** Opens what a page keeps closed: dialogs, menus and pickers bring styles of their own. */
async function openEverything(page: Page): Promise<void> {
  for (const name of ['新建账号', '撤回申请', '不予受理', '预览', '登记培训', '快捷键']) {
    const button = page.getByRole('button', { name }).first()
    if (!(await button.isVisible().catch(() => false))) continue
    if (!(await button.isEnabled().catch(() => false))) continue
    await button.click()
    const dialog = page.getByRole('dialog').first()
    await dialog.waitFor({ timeout: 1_000 }).catch(() => undefined)
    const picker = dialog.getByRole('combobox').first()
    if (await picker.isVisible().catch(() => false)) await picker.click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
}

test.each(PLACES)(
  'no page of %s asks the browser for what its policy forbids',
  async (username, places) => {
    const person = await signIn(browser, product.address, username)
    const violations = await watch(person)
    for (const [path, words] of places) {
      await person.page.goto(path)
      await settle(person.page, words).catch((error: unknown) => {
        throw new Error([path, ...violations(), ...person.complaints].join('\n'), { cause: error })
      })
      await openEverything(person.page)
    }
    expect(violations()).toEqual([])
    await person.context.close()
  },
)

/** The reader draws its operations as they come into sight. */
async function scrolledTo(page: Page, operation: Locator): Promise<void> {
  for (let turned = 0; turned < 100 && !(await operation.isVisible()); turned += 1) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(100)
  }
  await operation.click()
}

test('no public page does either, nor the reader of the interface', async () => {
  const anyone = await visitor(browser, product.address)
  const violations = await watch(anyone)
  for (const [path, words] of [
    ['/', '您想办什么事'],
    ['/items', '共 75 项'],
    ['/items/aba-36', '互联网上网服务'],
    ['/verify', '文书核验'],
    ['/sign-in', '演示环境'],
    ['/nowhere', '没有'],
    ['/kiosk', '请点您要办的事'],
    ['/hall/screen?unpaired', '最近叫号'],
    ['/hall/window/1?unpaired', '号窗口'],
    ['/docs', '一窗 · 政务服务综合窗口接口'],
  ] as const) {
    await anyone.page.goto(path)
    await settle(anyone.page, words)
  }
  // An operation opened in the reader, with its models.
  await scrolledTo(anyone.page, anyone.page.getByText('/api/items', { exact: true }).first())
  await anyone.page.getByRole('button', { name: 'Try it out' }).first().click()
  await anyone.page.getByRole('button', { name: 'Execute' }).first().click()
  await anyone.page.getByText('Response body').first().waitFor()
  expect(violations()).toEqual([])
  await anyone.context.close()
})

test('previews, papers and printing stay within the policy', async () => {
  const clerk = await signIn(browser, product.address, 'chuangkou1')
  const violations = await watch(clerk)
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
