const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

/** Bytes, but for `pages`. */
export type UploadLimits = {
  /** Every chunk but the last. */
  readonly chunk: number
  readonly file: number
  /** Up to which a file is looked into whole, and a PDF may be shown in a page. */
  readonly whole: number
  /** All files of one draft together. */
  readonly draft: number
  /** Before anybody signed in. */
  readonly anonymousFile: number
  readonly anonymousDraft: number
  /** Files of one draft. */
  readonly pages: number
}

/** What this house allows; no rule gives a figure. */
export const UPLOAD_LIMITS: UploadLimits = {
  chunk: 4 * MEGABYTE,
  file: 2 * GIGABYTE,
  whole: 50 * MEGABYTE,
  draft: 4 * GIGABYTE,
  anonymousFile: 50 * MEGABYTE,
  anonymousDraft: 200 * MEGABYTE,
  pages: 400,
}
