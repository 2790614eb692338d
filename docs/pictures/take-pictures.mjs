// node docs/pictures/take-pictures.mjs: starts the demonstration on a folder of its own, walks through it in Chromium
// and writes the pictures of the manuals beside this file. With names of walks behind it, those alone: window desk.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { smallerPng } from './smaller-png.mjs'
import { takeCatalogue } from './take-catalogue.mjs'
import { takeHall, takePlanner } from './take-hall.mjs'
import { takeOffline } from './take-offline.mjs'
import { takeApplicant, takePublicPages } from './take-portal.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = path.join(HERE, '..', '..')
const PASSWORD = 'yichuang-yanshi-2026'
const STAFF = { width: 1366, height: 768 }

const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-pictures-'))
const { server, address } = await startDemonstration()
const launchBrowser = await browserOfTheTests()
const browser = await launchBrowser()
try {
  await takeAll()
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('close', resolve))
  rmSync(dataFolder, { recursive: true, force: true })
}

/** In this order: what one walk leaves behind another finds. */
async function takeAll() {
  const walk = { address, enter, take, visit, browser, root: ROOT, password: PASSWORD }
  const walks = {
    public: takePublicPages,
    window: takeWindow,
    desk: takeDesk,
    seal: takeSeal,
    issue: takeIssue,
    supervision: takeSupervision,
    applicant: takeApplicant,
    catalogue: takeCatalogue,
    offline: takeOffline,
    hall: takeHall,
    planner: takePlanner,
  }
  const wanted = process.argv.slice(2)
  for (const [name, one] of Object.entries(walks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    try {
      await one(walk)
    } catch (error) {
      // The other walks are worth their pictures; the run fails all the same.
      process.exitCode = 1
      process.stderr.write(`${name}: ${error.message}\n`)
      await keepLastPage(name)
    }
  }
}

/** What a walk that broke off was looking at, beside the build's other leavings. */
async function keepLastPage(name) {
  const page = browser.contexts().at(-1)?.pages().at(-1)
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true })
  await page?.screenshot({ path: path.join(ROOT, '.cache', `broken-${name}.png`) })
}

async function takeWindow() {
  const page = await enter('chuangkou1', '/window')
  await receiveFromCompany(page)
  await take(page, 'window-intake')
  await page.keyboard.press('F7')
  await page.waitForURL(/open=/)
  await page.getByText('可以受理').waitFor()
  await page.keyboard.press('F8')
  await drawn(page)
  await take(page, 'window-accept')
  await page.keyboard.press('F8')
  await page.getByText('受理已办理').waitFor()
  await page.keyboard.press('F2')
  await receiveFromCompany(page)
  await page.keyboard.press('F7')
  await page.waitForURL(/open=/)
  await page.getByText('可以受理').waitFor()
  await page.keyboard.press('Alt+m')
  for (let row = 1; row < 4; row += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.keyboard.type('租赁合同缺出租人签字页，请补齐后提交')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await page.getByText('将告知补正的内容').waitFor()
  await take(page, 'window-correction')
}

async function receiveFromCompany(page) {
  await page.getByRole('combobox', { name: '查找事项' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lwpq')
  await page.getByRole('option', { name: /劳务派遣/ }).waitFor()
  await page.keyboard.press('Enter')
  for (const option of ['新申请', '达到', '其他用工单位', '租赁或者借用'])
    await page.getByRole('radio', { name: option, exact: true }).check({ force: true })
  await page.getByRole('radio', { name: '企业或其他组织' }).check({ force: true })
  await page.getByLabel('单位名称').fill('阿坝示例文旅有限公司')
  await page.getByLabel('证件号码').fill('91513200MA0EXAMP1T')
  await page.getByLabel('联系电话').fill('0837-2820000')
  await page.getByLabel('联系人').fill('示例经办人')
  await page.getByLabel('住所').fill('马尔康市示例大道 1 号')
  for (const check of [1, 2, 3, 4]) await page.keyboard.press(`Alt+${check}`)
}

async function takeDesk() {
  const inbox = await enter('wentilv.shenhe', '/desk')
  await inbox.locator('.desk-row').first().waitFor()
  await take(inbox, 'desk-inbox')
  const reviewer = await enter('rensheju.shenhe', '/desk')
  await reviewer.locator('.desk-row').first().waitFor()
  await reviewer.keyboard.press('Enter')
  await reviewer.getByLabel('审核意见').fill('材料齐全，注册资本和场所符合规定条件，建议准予许可。')
  await take(reviewer, 'desk-work')
  const decider = await enter('jiaoyuju.jueding', '/desk?list=to-decide')
  await decider.locator('.desk-row').first().waitFor()
  await decider.keyboard.press('Enter')
  await decider.getByRole('button', { name: /预览决定书/ }).click()
  await drawn(decider)
  await take(decider, 'desk-decision')
  const sender = await enter(await deciderWithALetter(), '/desk?list=to-letter')
  await sender.locator('.desk-row').first().waitFor()
  await sender.keyboard.press('Enter')
  await sender.locator('fieldset.four input').first().waitFor()
  for (const box of await sender.locator('fieldset.four input').all()) await box.check()
  await sender.locator('.sheet svg, .sheet img').first().waitFor()
  await take(sender, 'desk-letter')
}

/** The department whose certificate of the demonstration waits for its letter. */
async function deciderWithALetter() {
  const departments = ['guangdianju', 'wentilv', 'shichangju', 'shangwuju', 'nongyeju', 'kejiju']
  for (const department of departments) {
    const page = await enter(`${department}.jueding`, '/desk')
    const answer = await page.request.get(`${address}/api/worklists/to-letter`)
    const { count } = await answer.json()
    await page.context().close()
    if (count > 0) return `${department}.jueding`
  }
  throw new Error('No certificate waits for its letter')
}

async function takeSeal() {
  const page = await enter('yongyin1', '/seal')
  await page.locator('.papers svg, .papers img').first().waitFor()
  await take(page, 'seal-waiting')
  await page.getByRole('tab', { name: '用印登记簿' }).click()
  await page.locator('.ant-table-row').first().waitFor()
  await take(page, 'seal-register')
}

async function takeIssue() {
  const page = await enter('chuangkou1', '/window/issue')
  await page.getByRole('list', { name: '待出件' }).getByRole('button').first().click()
  await page.getByRole('button', { name: /^出件/ }).waitFor()
  await page.keyboard.press('F8')
  await drawn(page)
  await page.keyboard.press('F8')
  const glass = page.getByRole('img', { name: /签名区/ })
  await glass.waitFor()
  // The glass moves down once the receipt is there.
  await page.getByRole('button', { name: '打印送达回证' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('.pages svg, .pages img').first().waitFor()
  const { x, y, width, height } = await atRest(glass)
  for (const stroke of [
    [0.2, 0.35, 0.45, 0.7, 0.6, 0.25],
    [0.35, 0.75, 0.75, 0.6, 0.8, 0.3],
  ]) {
    await page.mouse.move(x + width * stroke[0], y + height * stroke[1])
    await page.mouse.down()
    await page.mouse.move(x + width * stroke[2], y + height * stroke[3], { steps: 12 })
    await page.mouse.move(x + width * stroke[4], y + height * stroke[5], { steps: 12 })
    await page.mouse.up()
  }
  await page.getByText('已签名').waitFor()
  await take(page, 'issue-sign')
}

/** Where it stands once nothing above it grows any more. */
async function atRest(part) {
  let box = await part.boundingBox()
  for (;;) {
    await part.page().waitForTimeout(500)
    const now = await part.boundingBox()
    if (JSON.stringify(now) === JSON.stringify(box)) return now
    box = now
  }
}

async function takeSupervision() {
  const page = await enter('ducha', '/supervision')
  await page.locator('.ant-table-row').first().waitFor()
  await take(page, 'supervision')
  await page.locator('.ant-table-row a').first().click()
  await page.getByText('链完整').waitFor()
  await take(page, 'application-page')
}

/** The notice is there once its first page is drawn. */
async function drawn(page) {
  await page.locator('dialog[open] .pages img, dialog[open] .pages svg').first().waitFor()
}

async function enter(username, place, viewport = STAFF) {
  const page = await visit('/sign-in', viewport)
  const data = { username, password: PASSWORD }
  await page.request.post(`${address}/api/session`, { data })
  await page.goto(`${address}${place}`)
  return page
}

async function visit(place, viewport) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await page.goto(`${address}${place}`)
  return page
}

async function take(page, name) {
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const picture = smallerPng(await page.screenshot({ animations: 'disabled' }))
  writeFileSync(path.join(HERE, `${name}.png`), picture)
  process.stdout.write(`${name}.png\n`)
}

async function startDemonstration() {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', 'start.mjs')], {
    env: {
      ...process.env,
      YICHUANG_DATA: dataFolder,
      PORT: '0',
      PUBLIC_URL: 'http://localhost:8765',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const found = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [at] = /http:\/\/localhost:\d+/.exec(line) ?? []
      if (at !== undefined) resolve(at)
    })
    child.once('close', () => reject(new Error('The demonstration did not start: see above')))
  })
  return { server: child, address: found }
}

async function browserOfTheTests() {
  const outfile = path.join(ROOT, '.cache', 'launch-browser.mjs')
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/support/chromium.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  return (await import(pathToFileURL(outfile).href)).launchBrowser
}
