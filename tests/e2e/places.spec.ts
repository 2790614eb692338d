import { expect, test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { lookAt, NOT_YOURS, openOwnPlaces, PUBLIC_SIZES, SEARCH } from './support/look-at-places.ts'
import { openBrowser } from './support/open-browser.ts'
import { signIn, visitor } from './support/people.ts'
import { startProduct } from './support/product.ts'

const { database, connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

/** An application of the demonstration that stands where the list is read. */
async function oneOf(status: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    'select application_id as id from application where region_code = 513200 and status = $1 order by number limit 1',
    [status],
  )
  return row?.id ?? ''
}
const [received, issuable] = await Promise.all([oneOf('received'), oneOf('sealed')])

test('the window clerk opens every place of the post, and no other', async () => {
  await openOwnPlaces(browser, product.address, 'chuangkou1', [
    { path: '/window', words: '先查找事项', picture: 'window' },
    { path: `/window?open=${received}`, words: '撤回申请', picture: 'window-open' },
    { path: '/window/issue', words: '扫描或者选择一个办件' },
    { path: '/window/identity', words: '对照申请人出示的证件原件', picture: 'identity' },
    { path: '/enquiries', words: '没有等待答复的', picture: 'enquiries' },
    { path: `/window/issue?open=${issuable}`, words: '一、通知申请人', picture: 'issue' },
    { path: `/applications/${issuable}`, words: '链完整', picture: 'application' },
    SEARCH,
  ])
})

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
