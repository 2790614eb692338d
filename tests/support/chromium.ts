import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { chromiumFiles } from './chromium-files.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
]

/** A headless browser with Chinese fonts and a pretended camera. The caller closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, args, env } = await chromiumFiles()
  return await chromium.launch({
    headless: true,
    ...options,
    executablePath,
    args: [...args, ...ARGS, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...env, ...options.env },
  })
}
