import { connect, createServer, type Socket, type AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type CuttableDatabase = {
  /** The same database, reached through a line that can be cut. */
  readonly connectionString: string
  /** Every connection breaks off where it is, and new ones are turned away. */
  readonly cut: () => void
  readonly mend: () => void
}

/** A line between the product and its real database: what breaks is what breaks when a database server dies. */
export async function cuttableDatabase(connectionString: string): Promise<CuttableDatabase> {
  const target = targetOf(connectionString)
  const open = new Set<Socket>()
  let broken = false
  const line = createServer((near) => {
    if (broken) {
      near.resetAndDestroy()
      return
    }
    const far = connect(target)
    open.add(near)
    near.once('close', () => open.delete(near))
    join(near, far)
    join(far, near)
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const { port } = line.address() as AddressInfo
  const cut = () => {
    broken = true
    for (const socket of open) socket.resetAndDestroy()
  }
  afterAll(() => {
    cut()
    line.close()
  })
  return {
    connectionString: throughPort(connectionString, port),
    cut,
    mend: () => {
      broken = false
    },
  }
}

function join(from: Socket, to: Socket): void {
  from.on('error', () => undefined)
  from.once('close', () => to.destroy())
  from.pipe(to)
}

/** A socket in a folder, or a host and port: the two ways that PostgreSQL listens. */
function targetOf(connectionString: string): { path: string } | { host: string; port: number } {
  const { hostname, port, searchParams } = parsed(connectionString)
  const folder = searchParams.get('host')
  return folder?.startsWith('/') === true
    ? { path: `${folder}/.s.PGSQL.5432` }
    : { host: hostname, port: Number(port || 5432) }
}

function throughPort(connectionString: string, port: number): string {
  const url = parsed(connectionString)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  url.searchParams.delete('host')
  return url.href
}

/** `postgresql://user:secret@/name` has no host, which a URL must have. */
function parsed(connectionString: string): URL {
  return new URL(connectionString.replace('@/', '@localhost/'))
}
