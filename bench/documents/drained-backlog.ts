import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../server/database/connect.ts'
import { createTestSealProvider } from '../../server/sealing/test-seal-provider.ts'
import { verifyPdf } from '../../server/sealing/verify-pdf.ts'
import type { Product } from '../product.ts'
import { papersWaiting } from './paper-backlog.ts'
import { REGION } from './own-database.ts'

/** Milliseconds. */
const PATIENCE = 300_000

/** Waits until the server has put every waiting paper into the register; answers papers a second. */
export async function drainedBacklog(db: Database): Promise<number> {
  const until = performance.now() + PATIENCE
  while ((await papersWaiting(db)) > 0) {
    if (performance.now() > until) throw new Error('The papers are not done')
    await wait(100)
  }
  const [row] = await db.query<{ n: number; seconds: number }>(
    `select count(*)::int as n, extract(epoch from max(done_at) - min(done_at))::float8 as seconds
       from reaction where region_code = $1`,
    [REGION],
  )
  return row === undefined ? Number.NaN : (row.n - 1) / row.seconds
}

/** Every stored paper that bears a seal, by our verifier, and a few by pdfsig where there is one. */
export async function verifiedPapers(
  db: Database,
  dataFolder: string,
): Promise<{
  readonly genuine: number
  readonly broken: number
  readonly byPdfsig: number | null
}> {
  const roots = await createTestSealProvider({
    folder: path.join(dataFolder, 'seals'),
    passphrase: 'bench-bench-bench-bench',
    departmentName: () => '',
    draw: () => Promise.reject(new Error('nothing is drawn here')),
  }).trustedAuthorities()
  const rows = await db.query<{ pdf: Buffer }>(
    `select f.pdf from document_file f where f.region_code = $1 and f.document_id in (
       select record_id from seal_record where region_code = $1
       union all select notice_id from notice where region_code = $1 and content ->> 'seal' is not null)`,
    [REGION],
  )
  const good = rows.filter(({ pdf }) => verifyPdf(pdf, roots).valid)
  return {
    genuine: good.length,
    broken: rows.length - good.length,
    byPdfsig: validForPdfsig(
      rows.slice(0, 5).map(({ pdf }) => pdf),
      dataFolder,
    ),
  }
}

function validForPdfsig(papers: readonly Buffer[], folder: string): number | null {
  if (spawnSync('pdfsig', ['-v']).error !== undefined) return null
  const own = mkdtempSync(path.join(folder, 'pdfsig-'))
  const told = papers.map((pdf, at) => {
    const file = path.join(own, `${at}.pdf`)
    writeFileSync(file, pdf)
    return spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout
  })
  rmSync(own, { recursive: true })
  return told.filter((text) => text.includes('Signature is Valid')).length
}

export type MemoryAt = { readonly moment: string; readonly megabytes: number }

export function memoryOf(product: Product, moment: string): MemoryAt {
  return { moment, megabytes: product.memory() / 1_048_576 }
}
