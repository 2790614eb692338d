import { z } from 'zod'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { TrailReport } from '../../contract/documents.ts'

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly detail: string }

/** The product as everybody meets it: its HTTP API, with the cookie of who asks. */
export type RehearsalClient = {
  readonly post: (
    cookie: string,
    path: string,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<Answer<unknown>>
  readonly look: (cookie: string, applicationId: string) => Promise<Answer<ApplicationView>>
  readonly trail: (
    cookie: string,
    applicationId: string,
  ) => Promise<Answer<z.output<typeof TrailReport>>>
}

const Refused = z.looseObject({ code: z.string(), detail: z.string() })

export function rehearsalClient(address: string): RehearsalClient {
  async function ask<Value>(cookie: string, path: string, body?: unknown): Promise<Answer<Value>> {
    const response = await fetch(`${address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: `yichuang=${cookie}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    // The server checks its answers against the contract before it sends them.
    if (response.ok) return { ok: true, value: JSON.parse(text) as Value }
    const problem = Refused.safeParse(parsedOrNull(text))
    return problem.success
      ? { ok: false, code: problem.data.code, detail: problem.data.detail }
      : { ok: false, code: `http-${response.status}`, detail: '' }
  }

  return {
    post: async (cookie, path, body) => await ask(cookie, path, body),
    look: async (cookie, applicationId) => await ask(cookie, `/api/applications/${applicationId}`),
    trail: async (cookie, applicationId) =>
      await ask(cookie, `/api/applications/${applicationId}/trail`),
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
