// The pictures of the manual docs/catalogue-editor.zh-CN.md: a guide is changed, confirmed by both sides, and about to be published.
const GUIDE = '/catalogue/aba-36'

export async function takeCatalogue({ enter, take }) {
  const editor = await enter('wentilv.shixiang', '/catalogue')
  await editor
    .getByText(/待确认 \d|核对 \d/)
    .first()
    .waitFor()
  await take(editor, 'catalogue-list')
  await takeForm(editor, take)
  const draft = await changeGuide(editor, take)
  await confirm(await enter('wentilv.jueding', draft))
  const bureau = await enter('shending1', draft)
  await confirm(bureau)
  await bureau.getByRole('button', { name: '发布', exact: true }).click()
  await bureau.getByText('开办网吧').waitFor()
  await bureau.locator('.days [aria-pressed=true]').waitFor()
  await take(bureau, 'catalogue-publish')
}

async function changeGuide(page, take) {
  await page.goto(new URL(GUIDE, page.url()).href)
  await page.getByRole('button', { name: '起草指南' }).click()
  await page.getByRole('button', { name: /2 企业章程/ }).click()
  const basis = page.locator('[data-part="materials.2.basis"] textarea')
  const written = await basis.inputValue()
  await basis.fill('')
  await page.getByText('没有依据的材料不得要求提交').waitFor()
  await page.locator('[data-part="materials.2"]').evaluate((row) => row.scrollIntoView())
  await take(page, 'guide-editor')
  await basis.fill(`${written}、第十一条`)
  await page.keyboard.press('Control+S')
  await page.getByText('已保存').waitFor()
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByLabel('改了什么').fill('写明企业章程的依据到款项')
  await page.keyboard.press('Enter')
  await page.getByText('等部门、州行政审批局确认').waitFor()
  return new URL(page.url()).pathname
}

async function takeForm(page, take) {
  await page.goto(new URL(`${GUIDE}/form/form-aba-36`, page.url()).href)
  await page.locator('.form-row', { hasText: '注册资本' }).click()
  await take(page, 'form-editor')
}

async function confirm(page) {
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('button', { name: '确认这些内容', disabled: false }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
