/** A row of the outbox in hand. */
export type Reaction = {
  readonly regionCode: number
  readonly reactionId: string
  readonly applicationId: string
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  /** This run counted: 1 for the first. */
  readonly tries: number
}

/** Does what the kind asks. May be called again after it did: it must find its work done. */
export type ReactionHandler = (reaction: Reaction) => Promise<void>
export type ReactionHandlers = Readonly<Record<string, ReactionHandler>>
