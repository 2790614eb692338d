import path from 'node:path'
import { explainBackupFailure, megabytes, namedArguments, seconds } from './backup/backup-words.ts'
import { chinaTime, readMoment } from './backup/read-moment.ts'
import { type RestoredBackup, restoreBackup } from './backup/restore-backup.ts'

// npm run restore: a new data folder from a backup, as it was at a moment. Exit code 0: done; 1: done, but the log
// ended before the moment; 2: nothing restored.

const USAGE =
  '用法：npm run restore -- --from 备份文件夹 --into 空文件夹 [--to "2026-11-23 10:15:00"]（默认北京时间；不写则恢复到日志末尾）\n'

async function main(given: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { from, into, to } = namedArguments(given, ['from', 'into', 'to']) ?? {}
  const until = to === undefined ? undefined : readMoment(to)
  if (from === undefined || into === undefined || (to !== undefined && until === undefined)) {
    process.stderr.write(USAGE)
    return 2
  }
  if (until !== undefined && until > Date.now()) {
    process.stderr.write('恢复的时刻还没有到。 / that moment is still to come\n')
    return 2
  }
  const started = performance.now()
  const restored = await restoreBackup({
    from: path.resolve(from),
    until,
    into: path.resolve(into),
    passphrase: env['YICHUANG_SEAL_PASSPHRASE'],
  })
  const lines = linesOf(restored, path.resolve(into), until, performance.now() - started)
  process.stdout.write(`${lines.join('\n')}\n`)
  return restored.endedEarly ? 1 : 0
}

function linesOf(
  { name, bytes, lastCommit, endedEarly, hasKeys }: RestoredBackup,
  into: string,
  until: number | undefined,
  took: number,
): string[] {
  return [
    `已恢复 / restored: ${into}`,
    `基础备份 ${name}，${megabytes(bytes)}，逐个文件核对无误；用时 ${seconds(took)}`,
    lastCommit === null
      ? '备份之后没有更多的记录'
      : `最后一笔记录写于 ${chinaTime(lastCommit)}（北京时间）`,
    ...(endedEarly
      ? [`警告：存下的日志到此为止，没有到达 ${chinaTime(until ?? 0)} / the log ends earlier`]
      : []),
    ...(hasKeys ? [] : ['提示：备份里没有私钥，请把 seals/ 和 trail/ 放进该文件夹后再启动']),
    `核验：YICHUANG_DATA=${into} npm run verify`,
  ]
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env)
} catch (error) {
  process.stderr.write(`恢复没有成功 / not restored：${explainBackupFailure(error)}\n`)
  process.exitCode = 2
}
