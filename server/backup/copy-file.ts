import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type CopiedFile = { readonly bytes: number; readonly sha256: string }

const CHUNK = 1024 * 1024

/** Copies, forces to disk and hashes what was written, in one pass. */
export async function copyFile(from: string, to: string, mode = 0o600): Promise<CopiedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const target = await open(to, 'wx', mode)
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK })) {
      const piece = chunk as Buffer
      hash.update(piece)
      bytes += piece.length
      await target.writeFile(piece)
    }
    await target.sync()
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
