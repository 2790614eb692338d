import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText } from './shared.ts'

const Link = z.string().regex(/^[\w-]{43}$/, '评价链接不完整，请使用消息里的完整链接')
const LinkParams = z.strictObject({ link: Link })

/** What a one-time link is about: the item and the contact, nobody's name. */
export const readRatingLink = operation({
  operationId: 'readRatingLink',
  method: 'GET',
  path: '/api/rating-links/:link',
  access: 'public',
  summary: '评价链接对应的服务',
  params: LinkParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    itemName: z.string(),
    contact: z.enum(['intake', 'correction', 'delivery']),
    contactName: z.string(),
    expiresOn: z.string(),
  }),
})
/** Voluntary, once; refusals: rating-link-gone, already-rated. */
export const rateByLink = operation({
  operationId: 'rateByLink',
  method: 'POST',
  path: '/api/rating-links/:link',
  access: 'public',
  summary: '凭一次性链接评价',
  params: LinkParams,
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid(),
    grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    text: OptionalText(500),
  }),
  reply: Nothing,
})
