// The pictures of what the public sees: the portal, a guide, an application from home, its page and the check of a paper.
const PUBLIC = { width: 1100, height: 720 }

export async function takePublicPages({ address, enter, take, visit }) {
  const page = await visit('/', PUBLIC)
  await page.locator('input[role=combobox]').fill('lwpq')
  await page.getByRole('option', { name: /劳务派遣/ }).waitFor()
  await take(page, 'portal')
  await page.getByRole('option', { name: /劳务派遣/ }).click()
  await page.locator('#situation fieldset').waitFor()
  await take(page, 'guide')
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: /张示例/ }).waitFor()
  await take(page, 'sign-in')
  await takeApply(enter, take)
}

async function takeApply(enter, take) {
  const page = await enter('qiye1', '/apply/aba-18', PUBLIC)
  const goOn = async () => await page.locator('.apply-go .main').click()
  for (const option of ['新申请', '达到', '其他用工单位', '租赁或者借用']) {
    await page.getByRole('radio', { name: option, exact: true }).check()
    await goOn()
  }
  await page.getByRole('heading', { level: 1, name: '谁来申请？' }).waitFor()
  await page.getByLabel('联系电话').fill('0837-2820000')
  await goOn()
  await page
    .locator('main .form-field input:not([type=radio]):not([type=checkbox])')
    .first()
    .fill('阿坝示例文旅有限公司')
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
  await take(page, 'apply')
}

export async function takeApplicant({ address, enter, take }) {
  const page = await enter('qiye1', '/my', PUBLIC)
  await page
    .getByRole('link', { name: /特别程序|审核/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '文书' }).waitFor()
  await take(page, 'my-application')
  const pdf = await page.getByRole('link', { name: /下载受理通知书/ }).getAttribute('href')
  const answer = await page.request.get(`${address}${pdf}`)
  await page.goto(`${address}/verify`)
  await page.locator('input[type=file]').setInputFiles({
    name: '受理通知书.pdf',
    mimeType: 'application/pdf',
    buffer: await answer.body(),
  })
  await page.getByText('是真的').waitFor()
  await take(page, 'verify')
}
