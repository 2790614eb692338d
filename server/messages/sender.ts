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

/** What became of a message that the provider took. */
export type DeliveryReport = {
  /** The provider's own number of it. */
  readonly receipt: string
  readonly arrived: boolean
  /** Why not; a code, never an address or a text. */
  readonly code: string | null
}

/** Where a provider tells what became of messages; each is told until it is acknowledged. */
export type ReportSource = {
  readonly read: () => Promise<readonly DeliveryReport[]>
  readonly acknowledge: (receipts: readonly string[]) => Promise<void>
}

export type Sender = {
  readonly send: (message: Outgoing) => Promise<Sent>
  /** Absent where the provider tells nothing more. */
  readonly reports?: ReportSource
  readonly close: () => void
}
