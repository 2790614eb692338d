import { WebSocket } from 'ws'

export type Said = Readonly<Record<string, unknown>>
export type Talk = {
  readonly say: (message: unknown) => void
  readonly sayRaw: (content: string | Uint8Array) => void
  /** The next message of the program that fits. */
  readonly heard: (fits: (message: Said) => boolean) => Promise<Said>
  readonly close: () => void
}

/** A page as the program meets it: a real WebSocket with an Origin. Rejects when the program turns it away. */
export async function talkTo(port: number, origin: string | undefined): Promise<Talk> {
  const headers = origin === undefined ? {} : { origin }
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { headers })
  const messages: Said[] = []
  const listeners = new Set<() => void>()
  socket.on('message', (content: Buffer) => {
    messages.push(JSON.parse(content.toString()) as Said)
    for (const listener of [...listeners]) listener()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    say: (message) => socket.send(JSON.stringify(message)),
    sayRaw: (content) => socket.send(content),
    heard: async (fits) =>
      await new Promise((resolve) => {
        const look = () => {
          const at = messages.findIndex(fits)
          if (at < 0) return
          listeners.delete(look)
          resolve(messages.splice(at, 1)[0] ?? {})
        }
        listeners.add(look)
        look()
      }),
    close: () => socket.terminate(),
  }
}
