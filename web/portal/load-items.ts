import { call } from '../api/call.ts'
import { PUBLIC_LIST_ITEMS } from './public-operations.ts'

export async function loadItems(signal: AbortSignal) {
  const { items } = await call(PUBLIC_LIST_ITEMS, { signal })
  return items
}
