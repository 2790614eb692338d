/** The database stayed away for longer than a request may wait. Nothing is known to be lost: ask again. */
export class DatabaseUnavailable extends Error {
  readonly code = 'database-unavailable'

  constructor(cause: unknown) {
    super('The database did not answer in time', { cause })
    this.name = 'DatabaseUnavailable'
  }
}

const SOCKET_ERRORS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT']

// The driver reports these two losses of a connection without a code.
const LOST_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect)/

// 57P01–57P03: shutting down, crashed, not yet up. 25006: a primary that has become a standby.
const SESSION_IS_OVER = /^(08...|57P0[123]|25006)$/

// Deadlock, or a serialisation failure: the same command can succeed at once.
const TRY_AGAIN = /^(40001|40P01|53300)$/

/** The SQLSTATE of a server's error or the code of a socket's; constraint names are not reliable on Citus. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** True when the connection cannot be used again. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error)
  return (
    SESSION_IS_OVER.test(code) ||
    SOCKET_ERRORS.includes(code) ||
    (error instanceof Error && LOST_CONNECTION.test(error.message))
  )
}

/** True when the same command, with the same command id, may be sent again. */
export function isRetryable(error: unknown): boolean {
  return isConnectionLost(error) || TRY_AGAIN.test(errorCode(error))
}
