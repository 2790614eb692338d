import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ApplicationView } from '../../contract/application-view.ts'
import { post, read, sendFile } from './support/api.ts'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { paperExaminer } from './support/examine-paper.ts'
import { typeInto } from './support/keyboard.ts'
import { openBrowser } from './support/open-browser.ts'
import { newTab, signIn, type Person } from './support/people.ts'
import { startProduct, startRefused } from './support/product.ts'
import { receiptOf } from './support/receipts.ts'
import { smallPdf } from './support/small-pdf.ts'
import { keepScreenshot } from './support/screenshots.ts'
import { chooseItem, fillInPerson, identityField, receive } from './support/window-steps.ts'

const { database, connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()
const examiner = paperExaminer(product.dataFolder)
const PDF = smallPdf()
const { context: atTheWindow } = await signIn(browser, product.address, 'chuangkou1')

async function atTheCounter(): Promise<Person> {
  const clerk = await newTab(atTheWindow)
  await clerk.page.goto('/window')
  return clerk
}

/** How many applications of this applicant the database holds. */
async function applicationsOf(name: string): Promise<number> {
  const rows = await database.query<{ count: number }>(
    'select count(*)::int as count from application where region_code = 513200 and applicant_name = $1',
    [name],
  )
  return rows[0]?.count ?? 0
}

describe('what is typed wrongly', () => {
  test.each([
    [
      'a wrong check digit of an identity card',
      '个人',
      '513201199506060011',
      '公民身份号码校验位不符',
    ],
    ['a birthday on 30 February', '个人', '513201199002300017', '不是有效的出生日期'],
    [
      'a wrong check character of a credit code',
      '企业或其他组织',
      '91513200MA0EXAMP1U',
      '统一社会信用代码校验位不符',
    ],
  ])('%s is said at the field and by the server', async (_, kind, number, sentence) => {
    const clerk = await atTheCounter()
    await clerk.page.getByRole('radio', { name: kind }).check()
    await typeInto(clerk.page, identityField(clerk.page), number)
    await clerk.page.getByRole('alert').filter({ hasText: sentence }).waitFor()
    const receipt = receiptOf('张某某', number)
    const company = { kind: 'company', identityType: 'credit-code' }
    const answer = await post(clerk, '/api/applications', {
      ...receipt,
      applicant: { ...receipt.applicant, ...(kind === '个人' ? {} : company) },
    })
    expect(answer.status()).toBe(422)
    expect((await answer.json()) as object).toMatchObject({
      detail: expect.stringContaining(sentence) as string,
    })
    await clerk.page.close()
  })

  test('a field nobody knows is refused by its name', async () => {
    const clerk = await newTab(atTheWindow)
    const receipt = { ...receiptOf('白某某', '513201199707070039'), priority: 'high' }
    const answer = await post(clerk, '/api/applications', receipt)
    expect(answer.status()).toBe(422)
    expect((await answer.json()) as object).toMatchObject({
      code: 'unknown-field',
      detail: expect.stringContaining('priority') as string,
    })
    expect(await applicationsOf('白某某')).toBe(0)
    await clerk.page.close()
  })

  test('a name with · and rare characters reaches the paper as it was typed', async () => {
    const name = '买买提·示例㙍𠮷'
    const clerk = await atTheCounter()
    await chooseItem(clerk.page, 'dwwbhdw', /不可移动文物修缮许可/)
    await fillInPerson(clerk.page, name, '513201199606060026')
    const { applicationId } = await receive(clerk.page)
    await clerk.page.getByText(name).first().waitFor()
    const { notices } = await read<ApplicationView>(clerk, `/api/applications/${applicationId}`)
    const slip = await clerk.page.request.get(`/api/notices/${notices[0]?.noticeId}/pdf`)
    const pdf = await slip.body()
    expect(examiner.isValid(pdf)).toBe(true)
    const text = examiner.textOf(pdf)
    if (text !== undefined) expect(text.replaceAll(/\s/g, '')).toContain(name)
    await clerk.page.close()
  })

  test('a virtual clock is refused by the server, and as a setting at its start', async () => {
    const clerk = await newTab(atTheWindow)
    const receipt = receiptOf('时某某', '513201199707070039')
    const clock = { 'x-virtual-clock': '2026-01-01T00:00:00Z' }
    const answer = await post(clerk, '/api/applications', receipt, clock)
    expect(answer.status()).toBe(400)
    expect((await answer.json()) as object).toMatchObject({ code: 'virtual-clock-forbidden' })
    expect(await applicationsOf('时某某')).toBe(0)
    const start = await startRefused({ YICHUANG_NOW: '2026-01-01T00:00:00Z' })
    expect(start.code).toBe(1)
    expect(start.said).toContain('virtual-clock-forbidden')
    await clerk.page.close()
  })
})

describe('files that are no material', () => {
  const large = path.join(product.dataFolder, '扫描件.pdf')
  writeFileSync(large, Buffer.concat([PDF, Buffer.alloc(60 * 1024 * 1024)]))
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 0x90)])

  test('each is told for what it is, and neither files nor findings are lost', async () => {
    const clerk = await atTheCounter()
    const { page } = clerk
    await chooseItem(page, 'dwwbhdw', /不可移动文物修缮许可/)
    await fillInPerson(page, '材某某', '513201199606060026')
    const { applicationId } = await receive(page)
    await page
      .getByRole('radiogroup', { name: /^第 2 项/ })
      .getByLabel('需补正')
      .check()
    const remark = page.getByLabel('第 2 项的问题和补正办法')
    await remark.fill('场所证明模糊，请重新提交')
    const input = page.getByLabel(/^上传第 1 项/)
    const told = (words: RegExp) => page.getByRole('alert').filter({ hasText: words }).waitFor()

    await input.setInputFiles({ name: '申请书.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByRole('link', { name: /申请书\.pdf/ }).waitFor()
    await input.setInputFiles({
      name: '空.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(0),
    })
    await told(/空文件/)
    await input.setInputFiles({
      name: '说明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('这不是 PDF'),
    })
    await told(/“说明\.pdf”不是有效的 PDF 文件/)
    await keepScreenshot(page, 'window-file-refused')
    await input.setInputFiles(large)
    await told(/超过 50 MB/)
    await input.setInputFiles({
      name: '安装.exe',
      mimeType: 'application/x-msdownload',
      buffer: program,
    })
    await told(/不是 PDF、JPEG 或 PNG 文件/)

    expect(await remark.inputValue()).toBe('场所证明模糊，请重新提交')
    const { materials } = await read<ApplicationView>(clerk, `/api/applications/${applicationId}`)
    expect(materials[0]?.files.map(({ name }) => name)).toEqual(['申请书.pdf'])
    await clerk.page.close()
  })

  test('the server looks at the bytes itself', async () => {
    const clerk = await newTab(atTheWindow)
    const receipt = receiptOf('字某某', '513201199707070039')
    expect((await post(clerk, '/api/applications', receipt)).status()).toBe(200)
    const codeOf = async (name: string, buffer: Buffer) => {
      const answer = await sendFile(clerk, receipt.applicationId, {
        name,
        mimeType: 'application/pdf',
        buffer,
      })
      return ((await answer.json()) as { code: string }).code
    }
    expect(await codeOf('空.pdf', Buffer.alloc(0))).toBe('file-empty')
    expect(await codeOf('说明.pdf', Buffer.from('这不是 PDF'))).toBe('file-not-a-pdf')
    expect(await codeOf('照片.jpg', program)).toBe('file-type-not-allowed')
    expect(await codeOf('大.pdf', Buffer.concat([PDF, Buffer.alloc(60 * 1024 * 1024)]))).toBe(
      'file-too-large',
    )
    await clerk.page.close()
  })
})
