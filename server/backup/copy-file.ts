import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type CopiedFile = { readonly bytes: number; readonly sha256: string }

const CHUNK = 1024 * 1024

/** Copies and hashes what was written, in one pass; forced to disk unless somebody else sees to that. */
export async function copyFile(
  from: string,
  to: string,
  { isSynced = true } = {},
): Promise<CopiedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const target = await open(to, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK })) {
      const piece = chunk as Buffer
      hash.update(piece)
      bytes += piece.length
      await target.writeFile(piece)
    }
    if (isSynced) await target.sync()
  } finally {
    await target.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

export async function writeFileSynced(to: string, content: string | Buffer): Promise<CopiedFile> {
  const target = await open(to, 'wx', 0o600)
  try {
    await target.writeFile(content)
    await target.sync()
  } finally {
    await target.close()
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { bytes: Buffer.byteLength(content), sha256 }
}

/** Makes a rename or a new name in the folder survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Eight at a time: a disk that is forced eight times at once is forced once. */
export async function forEachAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = 8,
): Promise<void> {
  let next = 0
  async function lane(): Promise<void> {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
