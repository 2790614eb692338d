import { createHash } from 'node:crypto'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import type { Database } from '../database/connect.ts'
import { materialContent } from '../database/material-content.ts'
import type { ChainBreak, ChainLink } from './verify-chain.ts'

/** An event that may name a file. */
export type FileLink = Pick<ChainLink, 'applicationId' | 'seq' | 'data'>

const DOCUMENTS = `select d.document_id as id, encode(sha256(d.pdf), 'hex') as actual, encode(d.sha256, 'hex') as stored,
    n.number
  from document_file d left join notice n on n.region_code = $1 and n.notice_id = d.document_id
  where d.region_code = $1 and d.document_id = any($2::uuid[])`

// What arrived in chunks, or stands elsewhere, is reckoned piece by piece: it may be larger than a value can be.
const MATERIALS = `select file_id as id,
    case when upload_id is null and bytes_of is null then encode(sha256(bytes), 'hex') end as actual,
    encode(sha256, 'hex') as stored, null as number
  from material_file where region_code = $1 and file_id = any($2::uuid[])`

type FileRow = {
  readonly id: string
  /** Null: to be reckoned from its chunks. */
  readonly actual: string | null
  readonly stored: string
  readonly number: string | null
}

type Expected = {
  readonly applicationId: string
  readonly seq: number
  readonly id: string
  readonly sha256: string
  readonly name: string
  /** Document number that the event names; materials have none. */
  readonly number: string | null
}

export type FileBreak = ChainBreak & { readonly applicationId: string }

/** Notices and materials whose bytes are missing or are no longer those that the events of these chains name. */
export async function verifyFiles(
  db: Database,
  regionCode: number,
  links: readonly FileLink[],
): Promise<{ files: number; broken: FileBreak[] }> {
  const notices = links.flatMap(noticeOf)
  const materials = links.flatMap(materialOf)
  const documentRows = await rowsOf(db, DOCUMENTS, regionCode, notices)
  const materialRows = new Map<string, FileRow>()
  for (const [id, row] of await rowsOf(db, MATERIALS, regionCode, materials)) {
    const actual = row.actual ?? (await hashOfContent(db, regionCode, id))
    materialRows.set(id, { ...row, actual })
  }
  return {
    files: notices.length + materials.length,
    broken: [
      ...notices.flatMap((expected) => compare(expected, documentRows.get(expected.id))),
      ...materials.flatMap((expected) => compare(expected, materialRows.get(expected.id))),
    ],
  }
}

function compare(expected: Expected, row: FileRow | undefined): FileBreak[] {
  const { applicationId, seq, sha256, name, number } = expected
  const broken = (what: string): FileBreak[] => [
    { applicationId, seq, how: 'file-differs', what: `第 ${seq} 个事件所载${name}${what}` },
  ]
  if (row === undefined) return broken('的文件已不存在')
  if (row.actual !== sha256 || row.stored !== sha256) return broken('的文件已被改动')
  if (number !== null && row.number !== number) return broken('的文号与文书登记不一致')
  return []
}

async function hashOfContent(db: Database, regionCode: number, fileId: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of materialContent(db, regionCode, fileId)) hash.update(piece)
  return hash.digest('hex')
}

async function rowsOf(
  db: Database,
  text: string,
  regionCode: number,
  expected: readonly Expected[],
): Promise<ReadonlyMap<string, FileRow>> {
  if (expected.length === 0) return new Map()
  const rows = await db.query<FileRow>(text, [regionCode, expected.map(({ id }) => id)])
  return new Map(rows.map((row) => [row.id, row]))
}

function noticeOf({ applicationId, seq, data }: FileLink): Expected[] {
  const event = data as ApplicationEvent
  if (event.type !== 'NoticeSigned') return []
  const { noticeId: id, sha256, number } = event
  return [{ applicationId, seq, id, sha256, number, name: `文书 ${number}` }]
}

function materialOf({ applicationId, seq, data }: FileLink): Expected[] {
  const event = data as ApplicationEvent
  if (event.type !== 'MaterialAttached') return []
  const { fileId: id, sha256, material } = event
  return [{ applicationId, seq, id, sha256, number: null, name: `第 ${material} 项材料` }]
}
