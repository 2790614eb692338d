import path from 'node:path'
import { archiveSettings } from './backup/archive-settings.ts'
import { openBackupFolder } from './backup/backup-folder.ts'
import { explainBackupFailure, megabytes, namedArguments, seconds } from './backup/backup-words.ts'
import { openInstalledCluster } from './backup/installed-cluster.ts'
import { keepNewest } from './backup/retention.ts'
import { type TakenBackup, takeBackup } from './backup/take-backup.ts'
import { postgresAccount } from './database/postgres-account.ts'

// npm run backup: a base backup of the embedded database, which may be running. Exit code 0: done; 1: done, but the
// log is not kept, so that only this very moment can be restored; 2: no backup.

const USAGE =
  '用法：YICHUANG_BACKUP=文件夹 npm run backup -- [--keep 份数，默认 7]\n（使用自备 PostgreSQL 时请用 pgBackRest 或者 pg_basebackup，见 docs/operations.md）\n'
const KEPT = 7

async function main(given: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const keep = keptOf(given)
  const root = env['YICHUANG_BACKUP']
  if (keep === undefined || !root || env['DATABASE_URL']) {
    process.stderr.write(USAGE)
    return 2
  }
  const started = performance.now()
  const dataFolder = path.resolve(env['YICHUANG_DATA'] ?? 'data')
  const into = openBackupFolder(path.resolve(root), postgresAccount())
  const cluster = await openInstalledCluster(dataFolder, archiveSettings(into.root))
  try {
    const passphrase = env['YICHUANG_SEAL_PASSPHRASE']
    const taken = await takeBackup({
      cluster,
      dataFolder,
      into,
      passphrase,
      env,
    })
    const gone = taken.isLogKept ? keepNewest(into, keep) : []
    process.stdout.write(`${linesOf(taken, gone.length, performance.now() - started).join('\n')}\n`)
    return taken.isLogKept ? 0 : 1
  } finally {
    await cluster.stop()
  }
}

function keptOf(given: readonly string[]): number | undefined {
  const named = namedArguments(given, ['keep'])
  const keep = Number(named?.['keep'] ?? KEPT)
  return named !== undefined && Number.isInteger(keep) && keep >= 1 ? keep : undefined
}

function linesOf(
  { folder, manifest: { files, keys }, isLogKept }: TakenBackup,
  gone: number,
  took: number,
): string[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const lines = [
    `备份完成 / backed up: ${folder}`,
    `${files.length} 个文件，${megabytes(bytes)}，用时 ${seconds(took)}；每个文件的 SHA-256 在 manifest.json`,
    keys.sealed
      ? `印章与留痕私钥 ${keys.files.length} 个，已用 YICHUANG_SEAL_PASSPHRASE 加密`
      : `提示：没有设置 YICHUANG_SEAL_PASSPHRASE，私钥只列了清单，请另行保存 seals/ 和 trail/`,
  ]
  if (gone > 0) lines.push(`已按保留份数删除 ${gone} 份旧备份`)
  if (!isLogKept)
    lines.push(
      '警告：预写日志没有存入备份文件夹（服务器没有设 YICHUANG_BACKUP，或者磁盘已满），只能恢复到这份备份的时刻。旧备份一份都没有删除。 / the log is not archived',
    )
  return lines
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env)
} catch (error) {
  process.stderr.write(`备份没有成功 / no backup：${explainBackupFailure(error)}\n`)
  process.exitCode = 2
}
