import type { Database } from '../database/connect.ts'
import { readArchiver } from './archiver.ts'

const EVERY_MS = 30_000

type Log = {
  readonly error: (fields: object, message: string) => void
  readonly info: (fields: object, message: string) => void
}

/** Says so while the log cannot be kept (a full disk, a lost mount) and when it can again; the answer stops it. */
export function watchArchive(
  db: Database,
  log: Log,
  everyMs: number = EVERY_MS,
): () => Promise<void> {
  let wasFailing = false
  let looking: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    try {
      const { isFailing, failedCount } = await readArchiver((text) => db.query(text))
      if (isFailing)
        log.error(
          { failedCount },
          '预写日志没有存入备份文件夹，请检查 YICHUANG_BACKUP 的磁盘空间和权限 / the write-ahead log cannot be archived',
        )
      else if (wasFailing) log.info({}, '预写日志又能存入备份文件夹 / archiving works again')
      wasFailing = isFailing
    } catch {
      // The database is away: others say so.
    }
  }

  const timer = setInterval(() => {
    looking = look()
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
