import { inflateRawSync } from 'node:zlib'

/** Bytes of a workbook once unpacked, and the parts that one may have. */
export const MOST_UNPACKED = 20 * 1024 * 1024
const MOST_ENTRIES = 300

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

/** Why a file cannot be opened as a workbook, for whoever sent it. */
export class WorkbookRefused extends Error {}

export type ZipEntries = {
  readonly names: readonly string[]
  /** The text of a part; undefined: there is none. Together never more than MOST_UNPACKED, whatever the file claims. */
  readonly read: (name: string) => string | undefined
}

type Entry = {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** Reads the directory of a zip file and nothing else: a file that would unpack to too much is refused unopened. */
export function zipEntries(bytes: Buffer): ZipEntries {
  const entries = directoryOf(bytes)
  const claimed = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (claimed > MOST_UNPACKED) throw new WorkbookRefused(TOO_LARGE)
  let left = MOST_UNPACKED
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const text = unpack(bytes, entry, left)
      left -= text.length
      return text.toString('utf8')
    },
  }
}

const TOO_LARGE = '表格展开后超过 20 MB，请删去多余的行和图片，或者分几个文件导入。'
const NOT_ONE = '文件不是有效的 XLSX 表格，请用导出的模板填写后保存为 .xlsx。'

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = bytes.lastIndexOf(signature(END_OF_DIRECTORY))
  if (end < 0 || end + END_SIZE > bytes.length) throw new WorkbookRefused(NOT_ONE)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new WorkbookRefused(TOO_LARGE)
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new WorkbookRefused(NOT_ONE)
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0)
      throw new WorkbookRefused('表格设了密码，请取消密码后重新导入。')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (at + LOCAL_SIZE > bytes.length) throw new WorkbookRefused(NOT_ONE)
  const start = at + LOCAL_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + packed)
  if (method === STORED) return limited(data, most)
  if (method !== DEFLATED) throw new WorkbookRefused(NOT_ONE)
  try {
    // Stops at the limit, whatever the directory claims.
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new WorkbookRefused(isTooLarge ? TOO_LARGE : NOT_ONE, { cause: error })
  }
}

function limited(data: Buffer, most: number): Buffer {
  if (data.length > most) throw new WorkbookRefused(TOO_LARGE)
  return data
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
