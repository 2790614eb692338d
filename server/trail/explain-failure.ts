import { errorCode, isConnectionLost } from '../database/database-errors.ts'
import { NoDatabase } from './open-database.ts'

/** Why a command-line tool could not do its work: never a statement, a connection string or a person's data. */
export function explainFailure(error: unknown): string {
  if (error instanceof NoDatabase) return error.message
  const code = errorCode(error)
  if (code === '42P01') return '数据库尚未建好，请先启动一次服务器。'
  if (isConnectionLost(error)) return '数据库没有应答，请检查它是否在运行。'
  if (code !== '') return `读取没有成功（${code}）。`
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [`程序内部错误 ${name}`, ...places.slice(0, 6)].join('\n')
}
