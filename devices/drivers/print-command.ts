import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { DeviceDriver, DriverContext, DriverTools } from '../device-driver.ts'

/** Millimetres, to the right and down; negative: to the left, up. */
const Offsets = z.strictObject({
  right: z.number().min(-50).max(50).default(0),
  down: z.number().min(-50).max(50).default(0),
})
const Settings = z.strictObject({
  command: z.string().default('lp'),
  /** `{file}`, `{copies}` and `{name}` are filled in; no shell reads them. */
  args: z.array(z.string()).default(['-n', '{copies}', '-t', '{name}', '{file}']),
  offsets: Offsets.prefault({}),
  /** Of each blank for certificates, by the name that the page sends. */
  blanks: z.record(z.string(), Offsets).default({}),
})
type Job = {
  readonly pdf: string
  readonly name: string
  readonly copies: number
  readonly blank?: string | null
}

/** A printer that the operating system knows: a PDF, moved by its offsets, goes to a command such as lp. */
export function printCommandDriver(
  device: 'page-printer' | 'certificate-printer',
  given: Readonly<Record<string, unknown>>,
  tools: DriverTools,
): DeviceDriver {
  const settings = Settings.parse(given)
  const { command, args, blanks } = settings
  const run = async (fill: Readonly<Record<string, string>>, { signal }: DriverContext) => {
    const filled = args.map((arg) => arg.replaceAll(/\{(\w+)\}/g, (all, key: string) => fill[key] ?? all))
    return await said(command, filled, signal, tools)
  }
  return {
    device,
    name: command,
    operations: {
      print: async ({ pdf, name, copies, blank }: Job, context: DriverContext) => {
        const offsets = blank ? blanks[blank] : settings.offsets
        if (offsets === undefined)
          throw tools.fault('input-malformed', `没有设置“${blank ?? ''}”的套打位置，请先测量并写入设置。`)
        const moved = await tools.movedPdf(
          Buffer.from(pdf, 'base64'),
          offsets.right,
          offsets.down,
        ).catch(() => {
          throw tools.fault('input-malformed', '要打印的文件不是有效的 PDF，请重新生成后再打印。')
        })
        const folder = await mkdtemp(path.join(os.tmpdir(), 'yichuang-print-'))
        try {
          const file = path.join(folder, 'print.pdf')
          await writeFile(file, moved, { mode: 0o600 })
          return { job: await run({ file, copies: String(copies), name }, context) }
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      'self-test': async (_: object, { signal }: DriverContext) => {
        await said(command, ['--help'], signal, tools, true)
        return { passed: true, sentence: `打印命令 ${command} 可以运行；请打印一页核对套打位置。` }
      },
    },
  }
}

async function said(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
  tools: DriverTools,
  anyEnd = false,
): Promise<string> {
  return await new Promise((resolve, reject) => {
    execFile(command, args, { signal, windowsHide: true }, (error, stdout) => {
      if (error === null || (anyEnd && error.code !== 'ENOENT')) resolve(stdout.trim().slice(0, 200))
      else reject(tools.fault(error.code === 'ENOENT' ? 'device-absent' : 'device-failed'))
    })
  })
}
