/** What a provider made of one message. */
export type Sent =
  | { readonly ok: true; /** The provider's own number of it. */ readonly receipt: string }
  | {
      readonly ok: false
      /** True: trying again changes nothing (no such number). */
      readonly permanent: boolean
      /** A code, never an address or a text. */
      readonly error: string
    }

export type Outgoing = {
  /** The same for every try: a provider that got it before sends it once. */
  readonly id: string
  readonly to: string
  readonly title: string
  readonly text: string
}

export type Sender = {
  readonly send: (message: Outgoing) => Promise<Sent>
  readonly close: () => void
}
