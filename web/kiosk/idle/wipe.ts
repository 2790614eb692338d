import { DEVICE_KEY } from '../../api/hall-device.ts'

/** What is the device's own and not a person's: its pairing, and that of the devices on its desk. */
const KEPT = [DEVICE_KEY, 'yichuang-device-token']
/** Tickets that this kiosk gave without a line, and its reserved numbers: nothing of a person (web/api/offline). */
const OFFLINE_DATABASE = 'yichuang-offline'
/** A visit that the server has not been told of the end of. */
const OPEN = 'yichuang.kiosk.open-visit'
const OURS = /^yichuang/

type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>
export type Traces = {
  readonly local: Shelf
  readonly session: Shelf
  readonly databases: {
    readonly databases: () => Promise<readonly { readonly name?: string | undefined }[]>
    readonly deleteDatabase: (name: string) => unknown
  }
  readonly cookies: {
    readonly names: () => readonly string[]
    readonly expire: (name: string) => void
  }
  /** Ends a sign-in and takes back the cookies that no script reads. */
  readonly endVisit: () => Promise<unknown>
}

/**
 * Nothing of whoever stood here stays: what was typed, files on their way, the language and the type they chose, the sign-in.
 * What the server cannot be told now it is told when it answers again.
 */
export async function wipe({
  local,
  session,
  databases,
  cookies,
  endVisit,
}: Traces): Promise<void> {
  for (const shelf of [local, session])
    for (const key of keysOf(shelf)) if (!KEPT.includes(key)) shelf.removeItem(key)
  for (const name of cookies.names()) if (OURS.test(name)) cookies.expire(name)
  const kept = await databases.databases().catch(() => [])
  for (const { name } of kept)
    if (name !== undefined && name !== OFFLINE_DATABASE) databases.deleteDatabase(name)
  local.setItem(OPEN, '1')
  await closeVisit({ local, endVisit })
}

/** Tells the server of the end of a visit that it could not be told of before. */
export async function closeVisit({
  local,
  endVisit,
}: Pick<Traces, 'local' | 'endVisit'>): Promise<void> {
  if (local.getItem(OPEN) === null) return
  await endVisit().then(
    () => local.removeItem(OPEN),
    () => undefined,
  )
}

function keysOf(shelf: Shelf): readonly string[] {
  return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
}

/** Of this browser. */
export function tracesHere(endVisit: Traces['endVisit']): Traces {
  return {
    local: localStorage,
    session: sessionStorage,
    databases: {
      databases: async () => await indexedDB.databases(),
      deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    },
    cookies: {
      names: () => document.cookie.split('; ').map((one) => one.split('=')[0] ?? ''),
      expire: (name) => {
        document.cookie = `${name}=; path=/; max-age=0; samesite=lax`
      },
    },
    endVisit,
  }
}
