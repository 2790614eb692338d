import net from 'node:net'

const EVENT = /"applicationId":"([0-9a-f-]{36})".*?"version":(\d+)/g

export type Moved = { readonly applicationId: string; readonly version: number }

export type Screen = {
  readonly path: '/api/live' | '/api/hall/live'
  /** Empty: the hall's feed is everybody's. */
  readonly cookie: string
  readonly address: string
  /** Something moved; what, is told only to those who `watch`: reading every line would cost more than serving it. */
  readonly onMoved: (moved: readonly Moved[]) => void
  readonly watch: boolean
}

/** Opens the live feed of one screen; answers how to close it. */
export async function openScreen(port: number, screen: Screen): Promise<() => void> {
  const socket = net.connect({ port, host: '127.0.0.1' })
  const session = screen.cookie === '' ? '' : `cookie: ${screen.cookie}\r\n`
  const request = `GET ${screen.path} HTTP/1.1\r\nhost: localhost\r\nx-yichuang: 1\r\n${session}x-forwarded-for: ${screen.address}\r\n\r\n`
  return await new Promise((resolve, reject) => {
    let begun = false
    let rest = ''
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      if (!begun) {
        begun = true
        if (bytes.toString('latin1', 9, 12) === '200') resolve(() => socket.destroy())
        else reject(new Error(`The live feed answered ${bytes.toString('latin1', 9, 12)}`))
        return
      }
      if (!screen.watch) {
        if (bytes.includes('data:')) screen.onMoved([])
        return
      }
      const text = rest + bytes.toString('latin1')
      const end = text.lastIndexOf('\n\n')
      rest = end < 0 ? text : text.slice(end + 2)
      const moved = Array.from(text.slice(0, end + 1).matchAll(EVENT), movedOf)
      if (moved.length > 0) screen.onMoved(moved)
    })
    socket.write(request)
  })
}

function movedOf([, applicationId = '', version = '0']: RegExpMatchArray): Moved {
  return { applicationId, version: Number(version) }
}
