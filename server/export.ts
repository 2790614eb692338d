import path from 'node:path'
import type { Database } from './database/connect.ts'
import { explainFailure } from './trail/explain-failure.ts'
import { exportApplication, FolderNotEmpty } from './trail/export-application.ts'
import { withInstalledDatabase } from './trail/open-database.ts'

// scripts/export.mjs NUMBER FOLDER: one application's file, checkable without the database.

async function main([number, folder, ...rest]: readonly string[]): Promise<number> {
  if (number === undefined || folder === undefined || rest.length > 0) {
    process.stderr.write('用法：node scripts/export.mjs 办件编号 文件夹\n')
    return 2
  }
  const exported = await withInstalledDatabase((db) => exportFrom(db, number, path.resolve(folder)))
  if (exported === undefined) {
    process.stderr.write(`没有编号为 ${number} 的办件，请核对编号。\n`)
    return 1
  }
  const { events, files, roots } = exported
  process.stdout.write(
    `已导出 ${number}：事件 ${events} 个，文件 ${files} 份，每日留痕根 ${roots} 个。\n` +
      `核验：node scripts/check-file.mjs ${folder}\n`,
  )
  return 0
}

async function exportFrom(db: Database, number: string, folder: string) {
  const regions = await db.query<{ code: number }>(
    'select region_code as code from region order by region_code',
  )
  for (const { code } of regions) {
    const exported = await exportApplication(db, code, number, folder)
    if (exported) return exported
  }
  return undefined
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const reason =
    error instanceof FolderNotEmpty
      ? '目标文件夹不是空的，请换一个新的文件夹。'
      : explainFailure(error)
  process.stderr.write(`不能导出：${reason}\n`)
  process.exitCode = 2
}
