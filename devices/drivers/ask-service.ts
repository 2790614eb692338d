import type { z } from 'zod'
import type { DriverTools } from '../device-driver.ts'

/** One question to a vendor's service on this machine: JSON, or the same wrapped for script tags. */
export async function askService<Schema extends z.ZodType>(
  address: string,
  schema: Schema,
  tools: DriverTools,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const answer = await fetch(address, { signal }).catch(() => {
    throw tools.fault('device-absent', '读卡服务没有运行，请启动读卡器厂家的服务程序，或者手工录入。')
  })
  const text = (await answer.text()).trim()
  const bare = /^[\w.$]+\(([\s\S]*)\);?$/.exec(text)?.[1] ?? text
  let given: unknown
  try {
    given = JSON.parse(bare)
  } catch {
    throw tools.fault('device-garbage')
  }
  const read = schema.safeParse(given)
  if (!read.success) throw tools.fault('device-garbage')
  return read.data
}
