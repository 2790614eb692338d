import { useSyncExternalStore } from 'react'
import { type OfflineState, offlineNow, subscribeToOffline } from './offline-place.ts'

export function useOffline(): OfflineState {
  return useSyncExternalStore(subscribeToOffline, offlineNow)
}
