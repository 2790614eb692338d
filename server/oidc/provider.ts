import * as client from 'openid-client'
import { isPlainHere, type OidcSetting } from './oidc-setting.ts'

const PATIENCE_SECONDS = 8
/** Milliseconds that what the provider published is believed. */
const BELIEVED_MS = 3_600_000

export type Provider = {
  /** Where to send the browser. Throws when the provider does not answer. */
  readonly addressOf: (flow: {
    readonly state: string
    readonly nonce: string
    readonly verifier: string
  }) => Promise<URL>
  /** What it says of whoever came back. Throws when it does not answer, or when anything does not fit. */
  readonly claimsOf: (
    current: URL,
    flow: { readonly state: string; readonly nonce: string; readonly verifier: string },
  ) => Promise<{
    readonly issuer: string
    readonly subject: string
    readonly said: Readonly<Record<string, unknown>>
  }>
}

/**
 * The identity provider, read when it is first needed: that it is down stops nobody from starting or from signing in here.
 * Its issuer has to be exactly the one that was set.
 */
export function createProvider(setting: OidcSetting, redirectUri: string): Provider {
  let known: { readonly configuration: client.Configuration; readonly at: number } | undefined

  async function configuration(): Promise<client.Configuration> {
    if (known !== undefined && Date.now() - known.at < BELIEVED_MS) return known.configuration
    const issuer = new URL(setting.issuer)
    const found = await client.discovery(
      issuer,
      setting.clientId,
      setting.clientSecret,
      client.ClientSecretBasic(setting.clientSecret),
      {
        timeout: PATIENCE_SECONDS,
        ...(isPlainHere(issuer) && { execute: [client.allowInsecureRequests] }),
      },
    )
    found.timeout = PATIENCE_SECONDS
    known = { configuration: found, at: Date.now() }
    return found
  }

  return {
    addressOf: async ({ state, nonce, verifier }) =>
      client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: setting.scope,
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(setting.acrValues !== '' && { acr_values: setting.acrValues }),
      }),
    claimsOf: async (current, { state, nonce, verifier }) => {
      const found = await configuration()
      const tokens = await client.authorizationCodeGrant(found, current, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider sent no ID token')
      const more =
        found.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(found, tokens.access_token, claims.sub)
      // What the signed token says goes before what was asked for afterwards.
      return { issuer: claims.iss, subject: claims.sub, said: { ...more, ...claims } }
    },
  }
}

/** The provider did not answer at all, or what it answered does not fit: a code for the log. */
export function failureOf(error: unknown): { readonly isAway: boolean; readonly code: string } {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown; name?: unknown } }
  const isAway =
    error instanceof TypeError ||
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ||
    typeof cause?.code === 'string'
  return { isAway, code: typeof code === 'string' ? code : 'unexpected' }
}
