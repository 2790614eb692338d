import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ChainedEvent } from '../../domain/trail/event-hash.ts'
import { inclusionProof } from '../../domain/trail/merkle.ts'
import type { Database } from '../database/connect.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { filesOf } from './export-files.ts'
import { exportReadme } from './export-readme.ts'
import { findRoot, trailHeads, type PublishedRoot } from './published-root.ts'
import { readChain } from './read-chain.ts'
import { daysOf } from './verify-application.ts'
import type { ChainLink } from './verify-chain.ts'

export const EXPORT_FORMAT = 'yichuang-trail/1'

const FIND = 'select application_id as id from application where region_code = $1 and number = $2'

export type Exported = { readonly events: number; readonly files: number; readonly roots: number }

/**
 * Writes one application's whole file into `folder` (new or empty; private to this user), checkable without the
 * database. It writes what is stored, broken or not: the checker says so. Undefined when no such number exists.
 */
export async function exportApplication(
  db: Database,
  regionCode: number,
  number: string,
  folder: string,
): Promise<Exported | undefined> {
  const [found] = await db.query<{ id: string }>(FIND, [regionCode, number])
  const chain = found && (await readChain(db, regionCode, found.id))
  if (!chain?.row) return undefined
  const { applicationId, row, links } = chain
  openFolder(folder)
  const write = (name: string, content: string | Buffer) => writeInto(folder, name, content)

  write('README.txt', exportReadme(number))
  const { seq, version, head, status, state } = row
  const application = {
    format: EXPORT_FORMAT,
    regionCode,
    applicationId,
    number,
    seq,
    version,
    head,
    status,
    state,
  }
  write('application.json', pretty(application))
  write('events.jsonl', links.map((link) => `${JSON.stringify(lineOf(link))}\n`).join(''))
  const roots = await rootsOf(db, regionCode, applicationId, links)
  write('roots.json', pretty(roots))
  let files = 0
  for await (const { path: name, content } of filesOf(db, regionCode, applicationId, links)) {
    const file = placeIn(folder, name)
    await writeFile(file, content, { mode: 0o600, flag: 'wx' })
    files += 1
  }
  return { events: links.length, files, roots: roots.length }
}

/** What the hash covers, and the hash. */
function lineOf(link: ChainLink): ChainedEvent & { readonly hash: string } {
  const { regionCode, applicationId, seq, version, commandId, type, data } = link
  const { recordedAt, origin, hash } = link
  return {
    regionCode,
    applicationId,
    seq,
    version,
    commandId,
    type,
    data,
    recordedAt,
    origin,
    hash,
  }
}

async function rootsOf(
  db: Database,
  regionCode: number,
  applicationId: string,
  links: readonly ChainLink[],
) {
  const roots: ReturnType<typeof rootEntry>[] = []
  for (const day of daysOf(links)) {
    const root = await findRoot(db, regionCode, day)
    if (root?.heads[applicationId]) roots.push(rootEntry(root, applicationId))
  }
  return roots
}

function rootEntry(published: PublishedRoot, applicationId: string) {
  const { day, root, applications, heads, signature, certificate } = published
  const [seq, head] = heads[applicationId] ?? []
  const proof = inclusionProof(sm3Hex, trailHeads(heads), applicationId)
  return { day, root, applications, signature, publicKey: certificate, seq, head, proof }
}

function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0) throw new FolderNotEmpty()
  chmodSync(folder, 0o700)
}

export class FolderNotEmpty extends Error {}

function writeInto(folder: string, name: string, content: string | Buffer): void {
  writeFileSync(placeIn(folder, name), content, { mode: 0o600, flag: 'wx' })
}

function placeIn(folder: string, name: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  return file
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
