import type { Database } from '../database/connect.ts'
import { loadReferenceData } from '../database/reference-data.ts'
import { csvWriter } from './csv-writer.ts'
import type { ExportJob } from './export-job.ts'
import { bindingsOf, SELECT_EXPORT } from './export-query.ts'
import { EXPORT_COLUMNS, exportRow, type ApplicationRow } from './export-row.ts'
import type { Push } from './list-writer.ts'
import { MOST_ROWS_A_SHEET, xlsxWriter } from './xlsx-writer.ts'

/** Rows held in memory at a time. */
const PAGE = 500
/** A reader may pause that long; then the snapshot is let go and the download ends. */
const PATIENCE = '5min'

/**
 * Writes the selected applications as they stood at one moment, a page of a cursor at a time, and reads on only when
 * `push` has room. `onRows` hears how many have been written so far.
 */
export async function writeExport(
  db: Database,
  job: Omit<ExportJob, 'connectionString'>,
  push: Push,
  onRows: (rows: number) => void,
): Promise<void> {
  const reference = await loadReferenceData(db)
  const { format, watermark, selection, today, rowsASheet = MOST_ROWS_A_SHEET } = job
  const head = { columns: EXPORT_COLUMNS, watermark }
  const writer = format === 'csv' ? csvWriter(head, push) : xlsxWriter(head, push, rowsASheet)
  let written = 0
  for await (const page of pagesOf(db, selection)) {
    written += page.length
    onRows(written)
    await writer.rows(page.map((row) => exportRow(reference, today, row)))
  }
  await writer.end()
}

async function* pagesOf(
  db: Database,
  selection: ExportJob['selection'],
): AsyncGenerator<ApplicationRow[]> {
  const client = await db.pool.connect()
  let done = false
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local idle_in_transaction_session_timeout = '${PATIENCE}'`)
    await client.query(`declare export no scroll cursor for ${SELECT_EXPORT}`, [
      ...bindingsOf(selection),
    ])
    for (;;) {
      const { rows } = await client.query<ApplicationRow>(`fetch forward ${PAGE} from export`)
      if (rows.length > 0) yield rows
      if (rows.length < PAGE) break
    }
    await client.query('commit')
    done = true
  } finally {
    // Left half-way: the snapshot goes with the connection.
    client.release(!done)
  }
}
