import { rehearse } from './compose-rehearsal.ts'

// npm run rehearse: exit code 0: all hold; 1: something does not; 2: a file is unusable; 3: it could not be played at all.

const line = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(`${text}\n`)
}

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort())

try {
  process.exitCode = await rehearse({
    arguments: process.argv.slice(2),
    databaseUrl: process.env['DATABASE_URL'],
    interrupted: interruption.signal,
    print: line(process.stdout),
    complain: line(process.stderr),
  })
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    interruption.signal.aborted
      ? '演练被中断，临时数据库已经删除。\n'
      : `演练没有做完：${reason}\n请检查 DATABASE_URL，或者临时文件夹的空间和权限，然后重试。\n`,
  )
  process.exitCode = 3
}
