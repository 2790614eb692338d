import { readConfiguration, weaknessesOf } from './configuration.ts'
import { keepHeapSmall } from './heap-settings.ts'
import { say, startServer } from './start-server.ts'

keepHeapSmall()
const configuration = readConfiguration(process.env, process.argv.slice(2))
const weaknesses = weaknessesOf(configuration, process.env)
if (weaknesses.length > 0) {
  for (const weakness of weaknesses) say(`拒绝启动 / refusing to start — ${weakness}`)
  process.exit(1)
}

const server = await startServer(configuration).catch((error: unknown) => {
  say(`启动失败 / could not start — ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    say('正在停止，等待手头的请求办完… / stopping')
    void server.stop().then(() => process.exit(0))
  })
