import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openHttpClient, type HttpClient } from '../http-client.ts'
import { percentiles } from '../percentiles.ts'
import type { BenchContext, Measured, Section, SectionReport } from '../section.ts'
import { drainedBacklog, memoryOf, verifiedPapers } from './drained-backlog.ts'
import { openOwnDatabase, REGION, type OwnDatabase } from './own-database.ts'
import { makeBacklog } from './paper-backlog.ts'
import { figure } from '../figure.ts'
import { signIn } from '../sign-in.ts'
import { openAccounts } from './people.ts'
import { typesettingFigures } from './typesetting-figures.ts'

export const documentsSection: Section = {
  name: 'documents',
  title:
    'notices and certificates: typeset, sealed, stored; the memory of the server that makes them',
  run,
}

const MEGABYTE = 1_048_576

async function run(context: BenchContext): Promise<SectionReport> {
  const { quick, scratch, say } = context
  const folder = path.join(scratch, 'typesetting')
  mkdirSync(folder)
  const rounds = quick ? 20 : 100
  say(`${rounds * 5} papers one after the other`)
  const figures = await typesettingFigures(folder, rounds)
  const notices = percentiles(figures.notices)
  const certificates = percentiles(figures.certificates)
  const previews = percentiles(figures.previews)
  const database = await openOwnDatabase(scratch)
  try {
    const bulk = await bulkFigures(context, database)
    const measured: Measured[] = [
      figure('a notice, typeset and sealed, median', notices.p50, 'ms', { atMost: 40 }),
      figure('a notice, typeset and sealed, 95th percentile', notices.p95, 'ms'),
      figure('a certificate, median', certificates.p50, 'ms', { atMost: 40 }),
      figure('a certificate, 95th percentile', certificates.p95, 'ms'),
      figure('a preview for the screen, median', previews.p50, 'ms', { atMost: 40 }),
      figure('the first paper of a cold typesetter', figures.first, 'ms'),
      figure('processor time a paper', figures.cpu, 'ms'),
      figure('seals alone, one after the other', figures.signaturesPerSecond, '/s'),
      figure('papers from the backlog, sealed and stored', bulk.perSecond, '/s', { atLeast: 40 }),
      figure('a paper somebody waits for, with that backlog', bulk.awaited, 'ms'),
      figure('papers that do not verify', bulk.broken, '', { atMost: 0 }),
      figure('memory of the server, most', bulk.peak, 'MB', { atMost: 400 }),
    ]
    return { measured, details: bulk.details }
  } finally {
    await database.close()
  }
}

async function bulkFigures(
  { quick, scratch, say, startProduct }: BenchContext,
  { db, connectionString }: OwnDatabase,
) {
  const dataFolder = path.join(scratch, 'data')
  mkdirSync(dataFolder)
  const [reader] = await openAccounts(db, 'supervisor', 'ducha', 1)
  if (reader === undefined) throw new Error('nobody reads')
  say('numbering the backlog')
  const papers = await makeBacklog(db, quick ? 200 : 400)
  const newest = await newestNotices(db, 1)
  const product = await startProduct({ connectionString, dataFolder })
  const client = openHttpClient({ port: product.port, connections: 1 })
  try {
    const moments = [memoryOf(product, 'when it answers')]
    const cpuBefore = product.cpuSeconds()
    const { cookie } = await signIn(client, reader)
    const awaited = await timeToOpen(client, cookie, newest[0] ?? '', 'pdf')
    const perSecond = await drainedBacklog(db)
    const cpu = ((product.cpuSeconds() - cpuBefore) * 1000) / papers
    moments.push(memoryOf(product, `after ${papers} papers`))
    const previews = quick ? 100 : 200
    for (const noticeId of await newestNotices(db, previews))
      await timeToOpen(client, cookie, noticeId, 'pages')
    moments.push(memoryOf(product, `after ${previews} previews more`))
    const peak = product.peakMemory() / MEGABYTE
    say('verifying what was stored')
    const { genuine, broken, byPdfsig } = await verifiedPapers(db, dataFolder)
    const told = moments.map(({ moment, megabytes }) => `${moment} ${megabytes.toFixed(0)} MB`)
    const sample =
      byPdfsig === null ? 'pdfsig is not installed' : `pdfsig finds ${byPdfsig} of 5 valid`
    const details = [
      `The backlog: ${papers} papers of whole procedures, every eighth with a rare character, made by the server's own runner: ${cpu.toFixed(1)} ms of processor time each, server and typesetter.`,
      `Stored and sealed: ${genuine} verify, ${broken} do not; ${sample}.`,
      `Memory of the server and its typesetter: ${told.join(', ')}; at most ${peak.toFixed(0)} MB.`,
    ].join('\n')
    return { perSecond, awaited, broken, peak, details }
  } finally {
    client.close()
  }
}

async function newestNotices(db: OwnDatabase['db'], count: number): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(
    `select notice_id as id from notice where region_code = $1 order by notice_id desc limit $2`,
    [REGION, count],
  )
  return rows.map(({ id }) => id)
}

async function timeToOpen(
  client: HttpClient,
  cookie: string,
  noticeId: string,
  form: 'pdf' | 'pages',
): Promise<number> {
  const { status, milliseconds } = await client.send({
    method: 'GET',
    path: `/api/notices/${noticeId}/${form}`,
    cookie,
  })
  if (status !== 200) throw new Error(`A notice does not open: ${status}`)
  return milliseconds
}
