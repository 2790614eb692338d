const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

/** Bytes, but for `pages`. */
export type UploadLimits = {
  /** Every chunk but the last. */
  readonly chunk: number
  readonly file: number
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
  draft: 4 * GIGABYTE,
  anonymousFile: 50 * MEGABYTE,
  anonymousDraft: 200 * MEGABYTE,
  pages: 400,
}
