import { availableParallelism } from 'node:os'
import type { Instant } from '../domain/shared/ids.ts'
import { explainFailure } from './trail/explain-failure.ts'
import { withInstalledDatabase } from './trail/open-database.ts'
import { trailFolder, trustedKeys } from './trail/trail-key.ts'
import { verifyAll, type VerifyCounts, type VerifySummary } from './trail/verify-all.ts'

// npm run verify: recomputes the whole trail. Exit code 0: intact; 1: something does not fit; 2: could not look.

const USAGE = `用法：npm run verify -- [--without-files | --chains]
  --without-files  不核对文书和材料的文件内容
  --chains         只核对哈希链、链尾、编号和每日留痕根，不重放办件状态，不核对文件
`
const FLAGS = ['--without-files', '--chains']
const PROGRESS_EVERY_MS = 2_000

async function main(given: readonly string[]): Promise<number> {
  if (given.some((argument) => !FLAGS.includes(argument))) {
    process.stderr.write(USAGE)
    return 2
  }
  const trusted = trustedKeys(trailFolder())
  const started = performance.now()
  const chainsOnly = given.includes('--chains')
  const summary = await withInstalledDatabase((db, connectionString) =>
    verifyAll(db, {
      trusted,
      now: new Date().toISOString() as Instant,
      files: given.length === 0,
      states: !chainsOnly,
      threads: { connectionString, count: availableParallelism() },
      onProgress: progress(started),
    }),
  )
  report(summary, trusted.length > 0, chainsOnly, (performance.now() - started) / 1000)
  return summary.findings.total === 0 ? 0 : 1
}

function progress(started: number): (counts: VerifyCounts) => void {
  let shown = started
  return ({ applications, events }) => {
    const now = performance.now()
    if (now - shown < PROGRESS_EVERY_MS) return
    shown = now
    const rate = Math.round(events / ((now - started) / 1000))
    process.stderr.write(`已校验 ${applications} 件、${events} 个事件（每秒 ${rate} 个）\n`)
  }
}

function report(
  { regions, counts, findings, unpublished, chainSeconds }: VerifySummary,
  hasKey: boolean,
  chainsOnly: boolean,
  seconds: number,
): void {
  const lines = findings.first.map(
    ({ regionCode, subject, what }) => `不符  ${regionCode}  ${subject}：${what}`,
  )
  if (findings.total > lines.length) lines.push(`…… 另有 ${findings.total - lines.length} 处`)
  if (unpublished.length > 0) {
    const days = unpublished.slice(0, 5).map(({ regionCode, day }) => `${regionCode} ${day}`)
    const more = unpublished.length > days.length ? ' 等' : ''
    lines.push(
      `提示  ${unpublished.length} 日的留痕根尚未公布（服务器启动后补上）：${days.join('、')}${more}`,
    )
  }
  if (counts.roots > 0 && !hasKey) {
    lines.push('提示  本机没有留痕公钥，只核对了各根自带的公钥')
  }
  if (counts.slow > 0) {
    lines.push(`提示  ${counts.slow} 件按旧格式存储或者有疑问，已逐件慢速核对`)
  }
  const rate = Math.round(counts.events / Math.max(chainSeconds, 0.001))
  const depth = chainsOnly ? '哈希链（未重放状态，未核对文件）' : '哈希链和状态重放'
  lines.push(
    `地区 ${regions.length} 个，办件 ${counts.applications} 件，事件 ${counts.events} 个，文件 ${counts.files} 份，` +
      `每日留痕根 ${counts.roots} 个，编号序列 ${counts.series} 个；共用时 ${seconds.toFixed(1)} 秒`,
    `其中${depth} ${chainSeconds.toFixed(1)} 秒，每秒 ${rate} 个事件`,
    findings.total === 0 ? '留痕完整：未发现任何改动' : `留痕不完整：发现 ${findings.total} 处不符`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`不能校验：${explainFailure(error)}\n`)
  process.exitCode = 2
}
