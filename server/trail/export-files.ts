import type { ApplicationEvent } from '../../domain/application/events.ts'
import type { Database } from '../database/connect.ts'
import { materialContent } from '../database/material-content.ts'
import { sm3Hex } from '../event-log/chain.ts'
import type { ChainLink } from './verify-chain.ts'

const DOCUMENTS = `select d.document_id as id, d.pdf as bytes, n.number
  from document_file d left join notice n on n.region_code = $1 and n.notice_id = d.document_id
  where d.region_code = $1 and d.application_id = $2 order by d.document_id`

const MATERIAL_IDS = `select file_id as id, media_type as "mediaType" from material_file
  where region_code = $1 and application_id = $2 order by file_id`

const PNG = 'image/png'

export type ExportedFile = { readonly path: string; readonly content: AsyncIterable<Buffer> }

type DocumentRow = { readonly id: string; readonly bytes: Buffer; readonly number: string | null }

/** Every file that belongs to the application, one at a time and piece by piece: none need fit into memory. */
export async function* filesOf(
  db: Database,
  regionCode: number,
  applicationId: string,
  links: readonly ChainLink[],
): AsyncGenerator<ExportedFile> {
  const events = links.map(({ data }) => data as ApplicationEvent)
  const documents = await db.query<DocumentRow>(DOCUMENTS, [regionCode, applicationId])
  for (const { id, bytes, number } of documents) {
    const folder = number === null ? 'certificates' : 'notices'
    yield { path: `${folder}/${fileName(number ?? '证照', id, '.pdf')}`, content: whole(bytes) }
  }
  const attached = new Map(
    events.flatMap((event) =>
      event.type === 'MaterialAttached' ? [[event.fileId, event] as const] : [],
    ),
  )
  const signatures = events.flatMap((event) =>
    event.type === 'ResultDelivered' && event.signature !== null ? [event.signature] : [],
  )
  const materials = await db.query<{ id: string; mediaType: string }>(MATERIAL_IDS, [
    regionCode,
    applicationId,
  ])
  for (const { id, mediaType } of materials) {
    const event = attached.get(id)
    if (event === undefined && mediaType !== PNG) continue
    const content = () => materialContent(db, regionCode, id)
    // Uploaded but never attached: no part of the file, unless it is the signature on glass, known by its hash.
    if (event === undefined && !signatures.includes(sm3Hex(pngUrl(await gathered(content())))))
      continue
    const name = event ? `${String(event.material).padStart(2, '0')}-${event.name}` : '领取签名.png'
    yield { path: `materials/${fileName(name, id)}`, content: content() }
  }
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes)
}

/** Signatures alone: they are small. */
async function gathered(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The form in which the event hashed it. */
function pngUrl(bytes: Buffer): string {
  return `data:${PNG};base64,${bytes.toString('base64')}`
}

// Characters: a rare one takes four bytes, a file name at most 255.
const LONGEST_NAME = 40

/** A name that every file system takes, kept apart by the id. What a person typed never becomes a path. */
function fileName(wanted: string, id: string, ending = endingOf(wanted)): string {
  const stem = wanted.endsWith(ending) ? wanted.slice(0, wanted.length - ending.length) : wanted
  const safe = stem.replace(/[^\p{L}\p{M}\p{N}〔〕·_-]+/gu, '_')
  const short = Array.from(safe).slice(0, LONGEST_NAME).join('')
  return `${short}-${id}${ending}`
}

function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''
}
