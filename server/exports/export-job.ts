import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ExportSelection } from './export-query.ts'

/** What a thread is told to export. */
export type ExportJob = {
  readonly connectionString: string
  readonly selection: ExportSelection
  readonly format: 'xlsx' | 'csv'
  readonly watermark: string
  /** The day that remaining days are counted from. */
  readonly today: LocalDate
  /** Fewer than a sheet holds, for tests. */
  readonly rowsASheet?: number
}

/** From the thread: a piece of the file, the end with the number of applications, or what went wrong. */
export type ExportMessage =
  | { readonly bytes: Uint8Array; readonly rows: number }
  | { readonly done: true; readonly rows: number }
  | { readonly failed: string; readonly code: string }

/** Pieces under way to a reader who has not taken them yet; each is about as large as a page of rows. */
export const PIECES_UNDER_WAY = 4
