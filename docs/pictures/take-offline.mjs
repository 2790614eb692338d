// The picture of a window whose line is cut: its page through a line that this script breaks, the receipt goes on.
import { connect, createServer } from 'node:net'

export async function takeOffline({ address, browser, take, password }) {
  const line = await cuttableLine(new URL(address))
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  try {
    await page.goto(`${line.address}/sign-in`)
    const data = { username: 'chuangkou1', password }
    await page.request.post(`${line.address}/api/session`, { data })
    await page.goto(`${line.address}/window`)
    await page.getByRole('combobox', { name: '查找事项' }).waitFor()
    await keptForLater(page)
    line.cut()
    await page.reload()
    await page.getByText('离线收件中').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hlwsw')
    await page.getByRole('option', { name: /互联网上网服务/ }).waitFor()
    await page.keyboard.press('Enter')
    const answers = ['申请筹建（第一步）', '都不是', '自有（本单位或者本人有产权）']
    for (const name of answers)
      await page.getByRole('radio', { name, exact: true }).check({ force: true })
    await page.getByLabel('姓名').fill('断网某某')
    await page.getByLabel('证件号码').fill('513201198805120015')
    await page.keyboard.press('F7')
    await page.getByRole('heading', { name: /^513200-\d{8}-\d{6}$/ }).waitFor()
    await take(page, 'window-offline')
    line.mend()
    await page.getByText('离线收件中').waitFor({ state: 'hidden', timeout: 60_000 })
  } finally {
    await context.close()
    line.close()
  }
}

/** The window's own files, the list and the guide are on the device before the line goes. */
async function keptForLater(page) {
  const areKept = async () => {
    const names = await caches.keys()
    const kept = await Promise.all(
      names.map(async (name) => await (await caches.open(name)).keys()),
    )
    const paths = kept.flat().map(({ url }) => new URL(url).pathname)
    return (
      navigator.serviceWorker.controller !== null &&
      paths.some((one) => one.includes('window-page')) &&
      ['/window', '/api/items', '/api/items/aba-36'].every((one) => paths.includes(one))
    )
  }
  const until = Date.now() + 60_000
  while (!(await page.evaluate(areKept))) {
    if (Date.now() > until) throw new Error('The window was not kept on the device')
    await page.waitForTimeout(500)
  }
}

async function cuttableLine({ hostname, port }) {
  const open = new Set()
  let broken = false
  const server = createServer((near) => {
    if (broken) {
      near.resetAndDestroy()
      return
    }
    const far = connect({ host: hostname, port: Number(port) })
    open.add(near)
    near.once('close', () => open.delete(near))
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('error', () => undefined)
      from.once('close', () => to.destroy())
      from.pipe(to)
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    broken = true
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    address: `http://localhost:${server.address().port}`,
    cut,
    mend: () => {
      broken = false
    },
    close: () => {
      cut()
      server.close()
    },
  }
}
