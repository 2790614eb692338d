import type { FastifyInstance } from 'fastify'
import type { Database } from './database/connect.ts'
import type { HttpContext } from './http/http-context.ts'
import { liveRoutes } from './live/live-feed.ts'
import { createLiveHub } from './live/live-hub.ts'
import { createNotifyHint } from './live/notify-hint.ts'

export type ComposedLive = {
  /** Something was committed in the region: whoever listens here, or on another server, is told soon. */
  readonly hint: (regionCode: number) => void
  /** The hall moved, no application did: other servers alone are told. */
  readonly tellOthers: (regionCode: number) => void
  readonly close: () => Promise<void>
}

/** The live feed, and servers that wake each other's. */
export function composeLive(
  http: FastifyInstance,
  httpContext: HttpContext,
  db: Database,
  severalServers: boolean,
  onHint: (regionCode: number) => void,
): ComposedLive {
  const hub = createLiveHub(db)
  const others = severalServers
    ? createNotifyHint(db, (region) => {
        hub.hint(region)
        onHint(region)
      })
    : null
  liveRoutes(http, httpContext, hub)
  return {
    hint: (regionCode) => {
      hub.hint(regionCode)
      others?.send(regionCode)
    },
    tellOthers: (regionCode) => others?.send(regionCode),
    close: async () => await others?.close(),
  }
}
