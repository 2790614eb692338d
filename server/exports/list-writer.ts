/** One column of a list as a file: its heading, what its values are, and how wide a sheet shows it (characters). */
export type ListColumn = {
  readonly heading: string
  readonly kind: 'text' | 'day' | 'number'
  readonly width: number
}

/** A day is yyyy-mm-dd; null is an empty cell. */
export type Cell = string | number | null

/** Takes bytes on their way; settles when there is room for more. */
export type Push = (bytes: Uint8Array) => Promise<void>

export type ListWriter = {
  readonly rows: (rows: readonly (readonly Cell[])[]) => Promise<void>
  readonly end: () => Promise<void>
}

export type ListHead = {
  readonly columns: readonly ListColumn[]
  /** Who made the file, when and of what: its first line. */
  readonly watermark: string
}
