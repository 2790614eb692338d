import type { FastifyInstance } from 'fastify'
import { rateByLink, readRatingLink } from '../../contract/rating-links.ts'
import type { ContactKind } from '../../domain/application/application.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { findRatingLink, useRatingLink } from './rating-links.ts'

const CONTACT_NAME = {
  intake: '收件',
  correction: '补正',
  delivery: '领取结果',
} as const satisfies Record<ContactKind, string>

export type RatingByLink = {
  readonly applicationId: string
  readonly commandId: string
  readonly contact: ContactKind
  readonly grade: 1 | 2 | 3 | 4 | 5
  readonly text: string
  readonly origin: string
}

/** Gives the rating as the applicant; null: it stands. */
export type RateAsApplicant = (
  regionCode: number,
  rating: RatingByLink,
) => Promise<AnyViolation | null>

const GONE = () =>
  refuse(
    'rating-link-gone',
    '这个评价链接已经用过、过期或者不完整。您也可以登录后在“我的办件”中评价。',
  )

/** Ratings through one-time links (domain rules §7): voluntary, once a contact, nobody's name on the page. */
export function ratingRoutes(
  server: FastifyInstance,
  http: HttpContext,
  reference: ReferenceData,
  rate: RateAsApplicant,
): void {
  registerOperation(server, http, readRatingLink, async ({ params }) => {
    const link = await findRatingLink(http.db, http.regionCode, params.link)
    if (link === undefined) return GONE()
    const { contact, itemId, expiresAt } = link
    return {
      ok: true,
      value: {
        itemName: reference.getItem(itemId).name,
        contact,
        contactName: CONTACT_NAME[contact],
        expiresOn: expiresAt.slice(0, 10),
      },
    }
  })
  registerOperation(server, http, rateByLink, async ({ params, body, request }) => {
    const link = await findRatingLink(http.db, http.regionCode, params.link)
    if (link === undefined) return GONE()
    const { applicationId, contact } = link
    const { commandId, grade, text } = body
    const rating = { applicationId, contact, commandId, grade, text, origin: request.ip }
    const refused = await rate(http.regionCode, rating)
    if (refused !== null && refused.code !== 'already-rated')
      return { ok: false, violation: refused }
    await useRatingLink(http.db, http.regionCode, params.link)
    return refused === null ? { ok: true, value: {} } : { ok: false, violation: refused }
  })
}
