import { DatabaseUnavailable, errorCode, isRetryable } from '../database/database-errors.ts'
import { type Refusal, RequestRefused } from './refusal.ts'

/** Bytes: everything but files. */
export const BODY_LIMIT = 1024 * 1024
/** Bytes: one uploaded file. */
export const FILE_LIMIT = 50 * 1024 * 1024

export const FILE_TOO_LARGE: Refusal = {
  code: 'file-too-large',
  sentence: '文件超过 50 MB 的上限，请压缩或者拆分后重新上传。',
}

const REFUSAL_OF_CODE: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'too-large',
    sentence: '提交的内容超过 1 MB，请精简后重试。',
  },
  FST_REQ_FILE_TOO_LARGE: FILE_TOO_LARGE,
  FST_FILES_LIMIT: { code: 'invalid-input', sentence: '一次只能上传一个文件，请逐个上传。' },
  FST_PARTS_LIMIT: { code: 'invalid-input', sentence: '上传的表单过于复杂，一次只上传一个文件。' },
  FST_FIELDS_LIMIT: { code: 'invalid-input', sentence: '上传的表单字段过多，请只提交文件。' },
  ERR_STREAM_PREMATURE_CLOSE: {
    code: 'malformed-request',
    sentence: '上传在中途断开，文件没有收全。请检查网络后重新上传。',
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    code: 'unsupported-media-type',
    sentence: '请以 multipart/form-data 上传文件。',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    sentence: '请以 application/json 提交（上传文件用 multipart/form-data）。',
  },
}

const DATABASE_AWAY: Refusal = {
  code: 'database-unavailable',
  sentence: '数据库暂时没有应答，本次操作没有办理。请稍后再试，填写的内容不会丢失。',
  retryAfterSeconds: 5,
}

// Statement, lock and connection time-outs: the database is there but too busy to answer in time.
const TOO_SLOW = /^(57014|55P03)$/

/** What went wrong around an operation, in the words of a refusal; undefined for a bug. */
export function refusalOfError(error: unknown): Refusal | undefined {
  if (error instanceof RequestRefused) return error.refusal
  const code = errorCode(error)
  if (error instanceof DatabaseUnavailable || isRetryable(error) || TOO_SLOW.test(code)) {
    return DATABASE_AWAY
  }
  const known = REFUSAL_OF_CODE[code]
  if (known) return known
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError
    ? { code: 'malformed-json', sentence: '提交的内容不是有效的 JSON，请检查格式后重试。' }
    : { code: 'malformed-request', sentence: '请求格式有误，请检查后重试。' }
}
