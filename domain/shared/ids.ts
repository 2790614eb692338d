declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** UUIDv7, made by the client: the same dialog sent twice is the same application. */
export type ApplicationId = Branded<'ApplicationId'>
export type AccountId = Branded<'AccountId'>
/** Short name of a body or department, as in catalogue/aba/organisations.json: `culture-tourism`. */
export type OrganisationId = Branded<'OrganisationId'>
/** `aba-03` … `aba-75`: the item, whatever its version. */
export type ServiceItemId = Branded<'ServiceItemId'>
export type NoticeId = Branded<'NoticeId'>
/** UTC, ISO 8601 to the millisecond: 2026-11-22T02:00:00.000Z */
export type Instant = Branded<'Instant'>
/** A day on the China calendar: 2026-11-22 */
export type LocalDate = Branded<'LocalDate'>
