import type { Actor } from '../../../domain/shared/actor.ts'
import type { Database } from '../../database/connect.ts'
import type { ImportedItem } from './import-content.ts'

const KEEP = `
  insert into catalogue_import (region_code, token, account_id, created_at, file_name, content, workbook)
  values ($1, $2, $3, $4, $5, $6, $7)`
const FORGET = `delete from catalogue_import where region_code = $1 and created_at < $2`
const LOAD = `
  select file_name as "fileName", content, workbook, applied from catalogue_import
   where region_code = $1 and token = $2 and account_id = $3 and created_at >= $4`
const APPLIED = `update catalogue_import set applied = $3 where region_code = $1 and token = $2`

const A_DAY = 24 * 60 * 60 * 1_000

export type KeptImport = {
  readonly fileName: string
  /** Null: the file has errors and is applied by nobody. */
  readonly content: readonly ImportedItem[] | null
  readonly workbook: Buffer | null
  readonly applied: readonly string[] | null
}

export async function keepImport(
  db: Database,
  regionCode: number,
  by: Actor,
  token: string,
  { fileName, content, workbook }: Omit<KeptImport, 'applied'>,
): Promise<void> {
  await db.query(FORGET, [regionCode, aDayAgo()])
  await db.query(KEEP, [
    regionCode,
    token,
    by.accountId,
    new Date().toISOString(),
    fileName.slice(0, 200),
    content === null ? null : JSON.stringify(content),
    workbook,
  ])
}

/** Undefined: there is none of that token, it is somebody else's, or a day is over. */
export async function findImport(
  db: Database,
  regionCode: number,
  by: Actor,
  token: string,
): Promise<KeptImport | undefined> {
  const [row] = await db.query<KeptImport>(LOAD, [regionCode, token, by.accountId, aDayAgo()])
  return row
}

export async function markApplied(
  db: Database,
  regionCode: number,
  token: string,
  draftIds: readonly string[],
): Promise<void> {
  await db.query(APPLIED, [regionCode, token, JSON.stringify(draftIds)])
}

function aDayAgo(): string {
  return new Date(Date.now() - A_DAY).toISOString()
}
