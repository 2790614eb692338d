import { z } from 'zod'
import type { Assurance } from '../../domain/access/assurance.ts'
import { IDENTITY_TYPES, type IdentityType } from '../../domain/application/applicant.ts'

/** Which claim says what: data, since each province names them in its own way. */
export type ClaimNames = {
  readonly name: string
  readonly identityNumber: string
  /** Absent from what the provider says: an identity card. */
  readonly identityType: string
  /** The provider's words for the kinds of identity. */
  readonly identityTypes: Readonly<Record<string, IdentityType>>
  /** The provider's levels (acr) and what they are here; a level that is not named is refused. */
  readonly levels: Readonly<Record<string, Assurance>>
}

export type OidcSetting = {
  /** Exactly as the provider names itself. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button: 四川政务服务网 */
  readonly name: string
  readonly scope: string
  /** Levels asked for (acr_values), separated by spaces; '': the provider decides. */
  readonly acrValues: string
  readonly claims: ClaimNames
}

const USUAL: ClaimNames = {
  name: 'name',
  identityNumber: 'id_no',
  identityType: 'id_type',
  identityTypes: {
    '1': 'id-card',
    '111': 'id-card',
    'id-card': 'id-card',
    'credit-code': 'credit-code',
  },
  levels: { L2: 'L2', L3: 'L3', '2': 'L2', '3': 'L3', '4': 'L3' },
}

const Names = z.strictObject({
  name: z.string().min(1).optional(),
  identityNumber: z.string().min(1).optional(),
  identityType: z.string().min(1).optional(),
  identityTypes: z.record(z.string(), z.enum(IDENTITY_TYPES)).optional(),
  levels: z.record(z.string(), z.enum(['L2', 'L3'])).optional(),
})

const NOT_JSON = Symbol('not the JSON of claim names')

function claimNamesOf(text: string): ClaimNames | typeof NOT_JSON {
  if (text === '') return USUAL
  try {
    const { name, identityNumber, identityType, identityTypes, levels } = Names.parse(
      JSON.parse(text),
    )
    return {
      name: name ?? USUAL.name,
      identityNumber: identityNumber ?? USUAL.identityNumber,
      identityType: identityType ?? USUAL.identityType,
      identityTypes: identityTypes ?? USUAL.identityTypes,
      levels: levels ?? USUAL.levels,
    }
  } catch {
    return NOT_JSON
  }
}

/** Absent: nobody signs in through a provider. */
export function oidcSettingOf(env: NodeJS.ProcessEnv): OidcSetting | undefined {
  const issuer = env['YICHUANG_OIDC_ISSUER'] ?? ''
  if (issuer === '') return undefined
  const claims = claimNamesOf(env['YICHUANG_OIDC_CLAIMS'] ?? '')
  return {
    issuer,
    clientId: env['YICHUANG_OIDC_CLIENT'] ?? '',
    clientSecret: env['YICHUANG_OIDC_SECRET'] ?? '',
    name: env['YICHUANG_OIDC_NAME'] ?? '统一身份认证',
    scope: env['YICHUANG_OIDC_SCOPE'] ?? 'openid profile',
    acrValues: env['YICHUANG_OIDC_ACR_VALUES'] ?? '',
    claims: claims === NOT_JSON ? USUAL : claims,
  }
}

export function oidcWeaknesses(env: NodeJS.ProcessEnv, demonstration: boolean): readonly string[] {
  const setting = oidcSettingOf(env)
  if (setting === undefined) return []
  const { issuer, clientId, clientSecret } = setting
  const place = URL.canParse(issuer) ? new URL(issuer) : undefined
  const isPlain = demonstration && place !== undefined && isPlainHere(place)
  return [
    ...(place?.protocol === 'https:' || isPlain
      ? []
      : [
          'YICHUANG_OIDC_ISSUER：须为统一身份认证平台的 https:// 地址，与其公布的 issuer 完全一致。',
        ]),
    ...(clientId === '' ? ['YICHUANG_OIDC_CLIENT：须填写认证平台分配的应用标识。'] : []),
    ...(clientSecret.length >= 16
      ? []
      : ['YICHUANG_OIDC_SECRET：须填写认证平台分配的应用密钥，不少于 16 个字符。']),
    ...(claimNamesOf(env['YICHUANG_OIDC_CLAIMS'] ?? '') === NOT_JSON
      ? ['YICHUANG_OIDC_CLAIMS：不是可以识别的 JSON，见运维手册“统一身份认证”。']
      : []),
  ]
}

/** Plain HTTP on this machine: a provider of the tests or of the demonstration. */
export function isPlainHere({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === 'localhost' || hostname.startsWith('127.'))
}
