import type { UploadLimits } from './upload-limits.ts'

export type UploadFault = 'file-empty' | 'file-too-large' | 'quota-exceeded' | 'too-many-pages'

export type PlannedUpload = {
  /** Bytes. */
  readonly size: number
  /** Bytes that the draft's other files take, arrived or announced. */
  readonly used: number
  /** Files the draft has. */
  readonly pages: number
  readonly isBound: boolean
}

/** What stands against one more file of this draft; null: nothing. Announced bytes count at once. */
export function faultOfUpload(
  { size, used, pages, isBound }: PlannedUpload,
  limits: UploadLimits,
): UploadFault | null {
  const { file, draft } = limitsFor(isBound, limits)
  if (size === 0) return 'file-empty'
  if (size > file) return 'file-too-large'
  if (used + size > draft) return 'quota-exceeded'
  return pages >= limits.pages ? 'too-many-pages' : null
}

/** Bytes one file, and all files of the draft, may take. */
export function limitsFor(
  isBound: boolean,
  { file, draft, anonymousFile, anonymousDraft }: UploadLimits,
): { readonly file: number; readonly draft: number } {
  return isBound ? { file, draft } : { file: anonymousFile, draft: anonymousDraft }
}

/** 2 GB, 50 MB, 3 KB: as people say sizes. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[power] ?? ''}`
}
