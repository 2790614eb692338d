/** How a one-time code reaches a person; answers before it has arrived. */
export type SendCode = (to: {
  readonly channel: 'sms' | 'email'
  readonly address: string
  readonly code: string
  readonly minutes: number
}) => void

export type CitizenOptions = {
  /** The channels that this installation has. */
  readonly channels: readonly ('sms' | 'email')[]
  readonly sendCode: SendCode
  /** Tells the holder of an account what was done to it. */
  readonly tell: (
    kind: 'contact-changed' | 'identity-verified',
    account: { readonly accountId: string; readonly name: string; readonly key: string },
  ) => Promise<void>
  readonly provider: { readonly name: string; readonly start: string } | null
  /** Messages go to the simulated gateway. */
  readonly simulated: boolean
}
