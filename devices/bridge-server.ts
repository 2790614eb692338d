import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { DEVICE_MESSAGE_LIMIT } from '../contract/device-bridge.ts'
import type { DeviceKind } from '../contract/device-kinds.ts'
import type { DeviceDesk } from './device-desk.ts'
import { openPageSession, type PageSession } from './page-session.ts'
import type { Pairing } from './pairing.ts'
import { pairingPage } from './pairing-page.ts'

export type BridgeOptions = {
  readonly port: number
  /** `https://zwfw.example.gov.cn`: pages of these may connect. `http://localhost:*` stands for any port. */
  readonly origins: readonly string[]
  readonly program: string
  readonly desk: DeviceDesk
  readonly pairing: Pairing
}

export type Bridge = { readonly port: number; readonly close: () => Promise<void> }

/** Beyond this a message is not even read: the connection ends. Below, it is answered with an error. */
const HARD_LIMIT = DEVICE_MESSAGE_LIMIT.paired * 2
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
/** More pages than one workstation opens. */
const MOST_PAGES = 20

/** Listens on loopback only. Who is not of a known origin is refused before anything is read. */
export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const { desk, origins } = options
  const http = createServer((request, reply) => answerPlain(request, reply, options))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: HARD_LIMIT })
  const listeners = new Map<DeviceKind, PageSession>()

  const onListen = (session: PageSession, devices: readonly DeviceKind[]) => {
    const lost = new Map<PageSession, DeviceKind[]>()
    for (const device of devices) {
      const before = listeners.get(device)
      if (before && before !== session)
        lost.set(before, [...(lost.get(before) ?? []), device])
      listeners.set(device, session)
    }
    for (const [before, taken] of lost) before.tell({ type: 'taken-over', devices: taken })
  }

  const open = (socket: WebSocket, origin: string) => {
    const session = openPageSession({
      ...options,
      origin,
      send: (text) => {
        if (socket.readyState === socket.OPEN) socket.send(text)
      },
      onListen,
    })
    socket.on('message', (content, isBinary) => {
      // Only text is spoken here: bytes are garbage and answered as such.
      session.receive(isBinary ? '' : textOf(content))
    })
    // A message beyond the hard limit, a broken frame: the socket closes by itself.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const [device, listener] of listeners)
        if (listener === session) listeners.delete(device)
      session.end()
    })
  }

  http.on('upgrade', (request, stream, head) => {
    const origin = request.headers.origin ?? ''
    if (!isOwnHost(request) || !isKnown(origin, origins) || sockets.clients.size >= MOST_PAGES)
      return turnAway(stream)
    return sockets.handleUpgrade(request, stream, head, (socket) => open(socket, origin))
  })
  const port = await listen(http, options.port)
  desk.start((device, event, detail) =>
    listeners.get(device)?.tell({ type: 'event', device, event, detail }),
  )
  return {
    port,
    close: async () => {
      desk.stop()
      for (const socket of sockets.clients) socket.terminate()
      await new Promise<void>((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      })
    },
  }
}

/** The code is for eyes at this machine: no other page may read or frame it. */
function answerPlain(
  request: IncomingMessage,
  reply: ServerResponse,
  { program, pairing, desk }: BridgeOptions,
): void {
  const isHere = request.method === 'GET' && request.url === '/' && isOwnHost(request)
  reply.writeHead(isHere ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    'cross-origin-resource-policy': 'same-origin',
  })
  reply.end(isHere ? pairingPage(program, pairing.code(), desk.listings()) : '')
}

/** Against a foreign name that was made to point at this machine. */
function isOwnHost({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')
}

export function isKnown(origin: string, origins: readonly string[]): boolean {
  if (origin === '') return false
  return origins.some((known) => {
    if (!known.endsWith(':*')) return known === origin
    const host = known.slice(0, -2)
    return origin === host || (origin.startsWith(`${host}:`) && /^:\d+$/.test(origin.slice(host.length)))
  })
}

function turnAway(stream: Duplex): void {
  // Who is turned away may be gone already.
  stream.on('error', () => undefined)
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

function textOf(content: Buffer | ArrayBuffer | Buffer[]): string {
  return (Array.isArray(content) ? Buffer.concat(content) : Buffer.from(content as Buffer)).toString()
}

async function listen(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  return (http.address() as AddressInfo).port
}
