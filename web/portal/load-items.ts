import type { z } from 'zod'
import type { listItems } from '../../contract/catalogue.ts'
import { call } from '../api/call.ts'
import { PUBLIC_LIST_ITEMS } from './public-operations.ts'

export type ItemsReply = z.output<typeof listItems.reply>

/** The whole list, with the headings to browse it by: everything is searched in it, on this side. */
export async function loadList(signal: AbortSignal): Promise<ItemsReply> {
  return await call(PUBLIC_LIST_ITEMS, { signal })
}

export async function loadItems(signal: AbortSignal) {
  const { items } = await loadList(signal)
  return items
}
