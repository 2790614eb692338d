import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BackupRefused } from './backup-folder.ts'
import { writeFileSynced } from './copy-file.ts'
import type { Marks } from './marks.ts'

export type BackedUpFile = {
  /** Below the backup's folder, with slashes. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export type Manifest = {
  readonly format: 1
  readonly startedAt: string
  readonly endedAt: string
  readonly productVersion: string
  readonly postgresVersion: string
  /** Pieces of the log, the first and the last that this backup needs; they are in it. */
  readonly firstWal: string
  readonly lastWal: string
  /** What the trail said when the backup began: a restored database must know at least this. */
  readonly marks: Marks
  readonly folders: readonly string[]
  readonly files: readonly BackedUpFile[]
  /** Seals and trail keys: sealed in keys.enc, or only listed because there is no passphrase. */
  readonly keys: { readonly sealed: boolean; readonly files: readonly string[] }
  /** Settings that the server is started with, without secrets. */
  readonly settings: Readonly<Record<string, string>>
}

const FILE = 'manifest.json'
const HASH = 'manifest.sha256'

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const { sha256 } = await writeFileSynced(
    path.join(folder, FILE),
    `${JSON.stringify(manifest, null, 1)}\n`,
  )
  await writeFileSynced(path.join(folder, HASH), `${sha256}  ${FILE}\n`)
}

/** Refuses a list that is not as it was written. */
export function readManifest(folder: string): Manifest {
  const text = readFileSync(path.join(folder, FILE))
  const told = readFileSync(path.join(folder, HASH), 'utf8').slice(0, 64)
  const found = createHash('sha256').update(text).digest('hex')
  if (told !== found)
    throw new BackupRefused(
      `备份清单被改动或者损坏：${path.join(folder, FILE)} / the backup's manifest is damaged`,
    )
  return JSON.parse(text.toString()) as Manifest
}
