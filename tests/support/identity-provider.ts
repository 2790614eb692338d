import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type ProvidedPerson = {
  readonly sub: string
  readonly name?: string
  readonly id_no?: string
  readonly acr?: string
}

export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly stop: () => Promise<void>
}

const CLIENT = { clientId: 'yichuang', clientSecret: 'ceshi-ceshi-ceshi-ceshi' }

/** A real OpenID provider on this machine, whose page lets one be any of the people. */
export async function startIdentityProvider(
  redirectUri: string,
  people: readonly ProvidedPerson[],
  { port = 0 } = {},
): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'id_no'], acr: null },
    acrValues: ['2', '3'],
    pkce: { required: () => true },
    cookies: { keys: ['ceshi'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => {
      const person = people.find((one) => one.sub === sub)
      if (!person) return undefined
      const { name, id_no } = person
      return { accountId: sub, claims: () => ({ sub, name, id_no }) }
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      if (!client || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      grant.addOIDCClaims(['acr'])
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') !== true) void answer(request, response)
    else if (request.method === 'GET') showPeople(response, people)
    else void choose(request, response)
  })

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const sub = new URLSearchParams(body).get('sub') ?? ''
    const acr = people.find((one) => one.sub === sub)?.acr
    const result =
      sub === ''
        ? { error: 'access_denied', error_description: 'the person declined' }
        : { login: { accountId: sub, ...(acr !== undefined && { acr }) } }
    await provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    })
  }

  return {
    issuer,
    ...CLIENT,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function showPeople(response: ServerResponse, people: readonly ProvidedPerson[]): void {
  const buttons = people.map(
    ({ sub, name = '' }) => `<button name="sub" value="${sub}">${name} ${sub}</button>`,
  )
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><title>测试认证平台</title><h1>测试认证平台</h1><form method="post">${buttons.join('')}<button name="sub" value="">拒绝</button></form>`,
  )
}
