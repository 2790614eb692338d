import type { z } from 'zod'
import { networkProblem, problemOf } from '../../../api/api-problem.ts'
import { addressOf, call, type CallInput, type WireOperation } from '../../../api/call.ts'

/** The code of a paired phone, sent with every request of its page; null: the visitor's own cookies suffice. */
export type Pairing = string | null
const PAIRING_HEADER = 'x-yichuang-pairing'

/** `call`, for a phone that was handed one material of one draft by a code. */
export async function callAs<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  pairing: Pairing,
  operation: WireOperation<Params, Query, Body, Reply>,
  input: CallInput<z.input<Params>, z.input<Query>, z.input<Body>> = {},
): Promise<z.output<Reply>> {
  if (pairing === null) return await call(operation, input)
  const answer = await fetch(addressOf(operation.path, input.params, input.query), {
    method: operation.method,
    credentials: 'same-origin',
    headers: { ...headersFor(pairing), 'content-type': 'application/json' },
    ...(input.signal ? { signal: input.signal } : {}),
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  }).catch((error: unknown) => {
    throw isAbort(error) ? error : networkProblem()
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw problemOf(answer.status, body)
  return (body ?? {}) as z.output<Reply>
}

export type Sent = {
  readonly address: string
  readonly method: string
  readonly body: FormData
  readonly pairing: Pairing
  readonly signal: AbortSignal
  /** Bytes of this request that have left. */
  readonly onProgress: (bytes: number) => void
}

/** A request that tells how much of it has left: fetch does not. */
export function sendBytes({ address, method, body, ...rest }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open(method, address)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(headersFor(rest.pairing)))
      request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => rest.onProgress(event.loaded))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(problemOf(request.status, request.response))
    })
    request.addEventListener('error', () => reject(networkProblem()))
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
    request.addEventListener('loadend', () => rest.signal.removeEventListener('abort', stop))
    rest.signal.addEventListener('abort', stop)
    if (rest.signal.aborted) stop()
    request.send(body)
  })
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function headersFor(pairing: Pairing): Record<string, string> {
  const headers = { 'x-yichuang': '1', accept: 'application/json' }
  return pairing === null ? headers : { ...headers, [PAIRING_HEADER]: pairing }
}
