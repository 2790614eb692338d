import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { nameOfMoment } from './backup/backup-name.ts'
import { explainBackupFailure, megabytes, namedArguments, seconds } from './backup/backup-words.ts'
import { connectionTo } from './backup/installed-cluster.ts'
import { type Marks, readMarks } from './backup/marks.ts'
import { chinaTime } from './backup/read-moment.ts'
import { checkDatabase, type DrillReport, runDrill } from './compose-drill.ts'
import { openClusterFolder } from './database/cluster-folder.ts'
import { connect } from './database/connect.ts'
import { postgresAccount } from './database/postgres-account.ts'
import { trailFolder, trustedKeys } from './trail/trail-key.ts'

// npm run restore-drill: proves that the newest backup becomes a centre again. Exit code 0: it does; 1: something does
// not fit; 2: it could not be tried.

const USAGE =
  '用法：YICHUANG_BACKUP=文件夹 npm run restore-drill -- [--scratch 临时文件夹] [--report 报告文件]\n或者核验别的工具恢复的数据库：npm run restore-drill -- --database postgresql://…\n'

async function main(given: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const named = namedArguments(given, ['scratch', 'report', 'database'])
  const from = env['YICHUANG_BACKUP']
  if (named?.['database'] !== undefined)
    return await checkRestored(named['database'], named['report'])
  if (named === undefined || !from) {
    process.stderr.write(USAGE)
    return 2
  }
  const scratch = mkdtempSync(path.join(named['scratch'] ?? os.tmpdir(), 'yichuang-drill-'))
  try {
    const report = await runDrill({
      from: path.resolve(from),
      scratch: path.join(scratch, 'data'),
      passphrase: env['YICHUANG_SEAL_PASSPHRASE'],
      live: await readLiveMarks(path.resolve(env['YICHUANG_DATA'] ?? 'data')),
    })
    const file = named['report'] ?? path.join(from, 'drills', `${nameOfMoment(Date.now())}.md`)
    return tell(linesOf(report), isSound(report), file)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function checkRestored(connectionString: string, file: string | undefined): Promise<number> {
  const report = await checkDatabase(connectionString, [], trustedKeys(trailFolder()))
  return tell(verdict(report), isSound(report), file)
}

/** The installation in use, when it runs here; nothing is started for it. */
async function readLiveMarks(dataFolder: string): Promise<Marks | undefined> {
  const folder = openClusterFolder(path.join(dataFolder, 'postgres'), postgresAccount())
  const db = connect({ connectionString: connectionTo(folder), maxConnections: 1 })
  try {
    return await readMarks(db)
  } catch {
    return undefined
  } finally {
    await db.close()
  }
}

type Verdict = Pick<DrillReport, 'summary' | 'missing' | 'applications' | 'verified' | 'lastEvent'>

function isSound({ summary, missing }: Verdict): boolean {
  return summary.findings.total === 0 && missing.length === 0
}

function linesOf(report: DrillReport): string[] {
  const { name, bytes, restored, started, verified, lastEvent, lastLiveEvent } = report
  const lost =
    lastEvent === null || lastLiveEvent === null ? null : Math.max(0, lastLiveEvent - lastEvent)
  return [
    `- 基础备份 / base backup: ${name}，${megabytes(bytes)}`,
    `- 恢复 / restored in: ${seconds(restored)}；启动 / started in: ${seconds(started)}；核验 / verified in: ${seconds(verified)}`,
    `- 恢复用时（RTO）: ${seconds(restored + started)}，核验后 ${seconds(restored + started + verified)}`,
    lost === null
      ? '- 可能丢失（RPO）: 没有运行中的服务器可比'
      : `- 可能丢失（RPO）: ${seconds(lost)} 的记录（运行库最后一笔与恢复库最后一笔之差）`,
    ...verdict(report),
  ]
}

function verdict({ summary, missing, applications, lastEvent }: Verdict): string[] {
  const { counts, findings } = summary
  return [
    `- 办件 ${applications} 件，事件 ${counts.events} 个，文件 ${counts.files} 份，留痕根 ${counts.roots} 个，编号序列 ${counts.series} 个`,
    ...(lastEvent === null ? [] : [`- 最后一个事件：${chinaTime(lastEvent)}（北京时间）`]),
    ...missing.map((what) => `- 不符：${what}`),
    ...findings.first.map(({ subject, what }) => `- 不符：${subject}：${what}`),
  ]
}

function tell(lines: readonly string[], sound: boolean, file: string | undefined): number {
  const result = sound
    ? '通过：恢复的数据留痕完整 / passed'
    : '不通过：恢复的数据与留痕不符 / failed'
  const text = [
    `# 恢复演练 ${chinaTime(Date.now())}（北京时间）`,
    '',
    ...lines,
    '',
    result,
    '',
  ].join('\n')
  process.stdout.write(text)
  if (file !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text, { mode: 0o644 })
    process.stdout.write(`报告 / report: ${file}\n`)
  }
  return sound ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2), process.env)
} catch (error) {
  process.stderr.write(`演练没有成功 / not drilled：${explainBackupFailure(error)}\n`)
  process.exitCode = 2
}
