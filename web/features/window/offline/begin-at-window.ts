import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listCalendar } from '../../../../contract/calendar.ts'
import { getGuide, listItems } from '../../../../contract/catalogue.ts'
import { call } from '../../../api/call.ts'
import { keepShell } from '../../../api/offline/keep-shell.ts'
import { beginOffline } from '../../../api/offline/offline-place.ts'
import { itemsQuery, meQuery } from '../../../api/queries.ts'

const BETWEEN_GUIDES_MS = 150

/** The window prepares for the time without a server: key, numbers, its own files, and every guide. */
export function useBeginAtWindow(): void {
  const me = useQuery(meQuery()).data
  const items = useQuery(itemsQuery()).data?.items
  useEffect(() => {
    if (me?.role === 'window-clerk') void beginOffline(me).catch(() => undefined)
  }, [me])
  useEffect(() => {
    if (items === undefined || !('serviceWorker' in navigator)) return
    const aborting = new AbortController()
    void keepWindow(
      items.filter(({ guideVersion }) => guideVersion !== null).map(({ itemId }) => itemId),
      aborting.signal,
    )
    return () => aborting.abort()
  }, [items])
}

/** Asked for once, an answer lies with the worker; a guide that did not come is asked for with the next page. */
async function keepWindow(itemIds: readonly string[], signal: AbortSignal): Promise<void> {
  await keepShell('keep-window')
  await call(listItems, { signal }).catch(() => undefined)
  await call(listCalendar, { signal }).catch(() => undefined)
  for (const itemId of itemIds) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_GUIDES_MS))
    if (signal.aborted) return
    await call(getGuide, { params: { itemId }, signal }).catch(() => undefined)
  }
}
