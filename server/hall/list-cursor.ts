import { isRealDate } from '../../domain/shared/local-date.ts'

const CURSOR = /^([^~]+)~([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:~(\d{1,5}))?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

export type Place = { readonly at: string; readonly id: string; readonly seq: string | undefined }

/** Where a page goes on, as `next` said it: a day or an instant, an id. What nobody was given begins anew. */
export function placeOf(cursor: string | undefined): Place | undefined {
  const [, at, id, seq] = CURSOR.exec(cursor ?? '') ?? []
  if (at === undefined || id === undefined) return undefined
  const isTime = INSTANT.test(at) && !Number.isNaN(Date.parse(at))
  return isTime || (/^\d{4}-\d{2}-\d{2}$/.test(at) && isRealDate(at)) ? { at, id, seq } : undefined
}
