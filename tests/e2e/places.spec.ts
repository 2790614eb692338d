import { expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { expectNoFaults, settle } from './support/look-over.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor, type Person } from './support/people.ts'
import { startProduct } from './support/product.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { openEverything, policyViolations } from './support/page-policy.ts'

const { database, connectionString } = await freshDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

type Place = { readonly path: string; readonly words: string | RegExp; readonly picture?: string }
type Size = { readonly width: number; readonly height: number }

const STAFF_SIZES: readonly Size[] = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]
const PUBLIC_SIZES: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]
const NOT_YOURS = '这里不属于您的岗位'

/** An application of the demonstration that stands where the list is read. */
async function oneOf(status: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'select application_id as id from application where region_code = 513200 and status = $1 order by number limit 1',
    [status],
  )
  return row?.id ?? ''
}
const [received, issuable] = await Promise.all([oneOf('received'), oneOf('sealed')])

const SEARCH = { path: '/search?q=示例', words: '查询', picture: 'search' }
const DESK_LISTS = ['to-review', 'overdue']
const PLACES: readonly (readonly [string, string, readonly Place[]])[] = [
  [
    'the window clerk',
    'chuangkou1',
    [
      { path: '/window', words: '先查找事项', picture: 'window' },
      { path: `/window?open=${received}`, words: '撤回申请', picture: 'window-open' },
      { path: '/window/issue', words: '扫描或者选择一个办件' },
      { path: '/window/identity', words: '对照申请人出示的证件原件', picture: 'identity' },
      { path: '/enquiries', words: '没有等待答复的', picture: 'enquiries' },
      { path: `/window/issue?open=${issuable}`, words: '一、通知申请人', picture: 'issue' },
      { path: `/applications/${issuable}`, words: '链完整', picture: 'application' },
      SEARCH,
    ],
  ],
  [
    'the reviewer',
    'wentilv.shenhe',
    DESK_LISTS.map((list) => ({
      path: `/desk?list=${list}`,
      words: '待归档',
      picture: `desk-${list}`,
    })),
  ],
  ['the decider', 'wentilv.jueding', [{ path: '/desk?list=to-decide', words: '待决定' }]],
  ['the head of the department', 'wentilv.fuze', [{ path: '/desk', words: '待审' }]],
  ['the head of the government', 'zhouzhengfu', [{ path: '/desk', words: '预警' }]],
  ['the accompanying agent', 'daiban', [SEARCH]],
  [
    'the seal keeper',
    'yongyin1',
    [
      { path: '/seal', words: '系统核对', picture: 'seal' },
      { path: '/seal?tab=modes', words: '用印方式', picture: 'seal-modes' },
      { path: '/seal?tab=register', words: '用印登记簿', picture: 'seal-register' },
    ],
  ],
  [
    'the supervisor',
    'ducha',
    [
      { path: '/supervision', words: '预警', picture: 'supervision' },
      { path: '/hall/planner', words: '还没有可以推演的记录', picture: 'hall-planner' },
      { path: '/enquiries', words: '没有等待答复的' },
      { path: '/catalogue', words: '教师资格认定' },
    ],
  ],
  [
    'the editor of the catalogue',
    'wentilv.shixiang',
    [{ path: '/catalogue', words: '互联网上网服务', picture: 'catalogue' }],
  ],
  [
    'the confirmer of the catalogue',
    'shending1',
    [
      { path: '/catalogue', words: '没有正在起草的内容' },
      { path: '/catalogue?tab=items', words: '教师资格认定' },
    ],
  ],
  [
    'the hall manager',
    'dating',
    [
      { path: '/hall', words: '今日办结', picture: 'hall' },
      { path: '/hall/settings', words: '开放时间', picture: 'hall-settings' },
      { path: '/hall/figures', words: '最多跑一次', picture: 'hall-figures' },
    ],
  ],
  ['the system administrator', 'xitong', [{ path: '/admin', words: '新建账号', picture: 'admin' }]],
  [
    'the security administrator',
    'anquan',
    [{ path: '/admin', words: '登记培训', picture: 'admin-posts' }],
  ],
  ['the auditor', 'shenji', [{ path: '/admin', words: '不能修改' }]],
]

const ALL_PLACES = [
  '/window',
  '/window/issue',
  '/desk',
  '/seal',
  '/supervision',
  '/search',
  '/enquiries',
  '/window/identity',
  '/catalogue',
  '/admin',
  '/hall',
]

/** Each place at each size, with what it keeps closed opened: nothing sticks out, and nothing breaks the page's policy. */
async function lookAt(
  person: Person,
  places: readonly Place[],
  sizes: readonly Size[],
): Promise<void> {
  const { page } = person
  const violations = await policyViolations(person)
  for (const { path, words, picture } of places) {
    await page.goto(path)
    await settle(page, words)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expectNoFaults(page)
      if (picture !== undefined) await keepScreenshot(page, `${picture}-${size.width}`)
    }
    await openEverything(page)
  }
  expect(violations()).toEqual([])
}

test.each(PLACES)(
  '%s (%s) opens every place of the post, and no other',
  async (_, username, places) => {
    const person = await signIn(browser, product.address, username)
    await lookAt(person, places, STAFF_SIZES)
    const own = await person.page
      .getByRole('navigation', { name: '我的工作' })
      .getByRole('link')
      .all()
    const open = await Promise.all(own.map(async (link) => await link.getAttribute('href')))
    // What belongs to whom is one list (web/ui/places.ts); that the door is shut is seen at one of them.
    const [closed] = ALL_PLACES.filter((one) => !open.includes(one))
    await person.page.goto(closed ?? '')
    await person.page.getByText(NOT_YOURS).waitFor()
    expect(person.complaints).toEqual([])
    await person.context.close()
  },
)

test('anyone opens the public places, on a phone and on a desk', async () => {
  const anyone = await visitor(browser, product.address)
  await lookAt(
    anyone,
    [
      { path: '/', words: '您想办什么事', picture: 'portal' },
      { path: '/items', words: '共 75 项', picture: 'items' },
      { path: '/items/aba-36', words: '互联网上网服务', picture: 'guide' },
      { path: '/enquiry', words: '大家问过的', picture: 'enquiry' },
      { path: '/progress', words: '办件编号', picture: 'progress' },
      { path: '/book', words: '哪一天', picture: 'book' },
      { path: '/bundles', words: '开办食品店', picture: 'bundles' },
      { path: '/items/aba-13', words: '下放', picture: 'guide-devolved' },
      { path: '/verify', words: '文书核验', picture: 'verify' },
      { path: '/sign-in', words: '演示环境', picture: 'sign-in' },
      { path: '/nowhere', words: '没有', picture: 'not-found' },
    ],
    PUBLIC_SIZES,
  )
  for (const path of ['/window', '/admin', '/my']) {
    await anyone.page.goto(path)
    await anyone.page.waitForURL(/\/sign-in\?next=/)
  }
  await anyone.context.close()
})

test('the applicant opens their own place and nothing of the staff’s', async () => {
  const applicant = await signIn(browser, product.address, 'qiye1')
  await lookAt(applicant, [{ path: '/my', words: '我的办件', picture: 'my' }], PUBLIC_SIZES)
  for (const path of ['/window', '/admin']) {
    await applicant.page.goto(path)
    await applicant.page.getByText(NOT_YOURS).waitFor()
  }
  expect(applicant.complaints).toEqual([])
})
