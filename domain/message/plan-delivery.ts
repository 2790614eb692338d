import { isMobile } from '../identifiers/phone.ts'
import type { MessageNature } from './message-kinds.ts'

/** In the order in which they are tried: the next when the one before failed for good. */
export const CHANNELS = ['sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/** How a person wants to be told. There is no switch for legal notices in the portal: they always stand there. */
export type MessageWishes = {
  readonly legalSms: boolean
  readonly legalEmail: boolean
  readonly courtesySms: boolean
  readonly courtesyEmail: boolean
  readonly courtesyInApp: boolean
}

export const USUAL_WISHES: MessageWishes = {
  legalSms: true,
  legalEmail: true,
  courtesySms: true,
  courtesyEmail: true,
  courtesyInApp: true,
}

export type Reachable = {
  readonly hasAccount: boolean
  readonly phone: string | null
  readonly email: string | null
  /** The channels that this installation has. */
  readonly channels: readonly Channel[]
  readonly wishes: MessageWishes
}

export type DeliveryPlan = {
  readonly inApp: boolean
  readonly sends: readonly { readonly channel: Channel; readonly address: string }[]
}

export function planDelivery(nature: MessageNature, person: Reachable): DeliveryPlan {
  const { hasAccount, phone, email, channels, wishes } = person
  const legal = nature === 'legal'
  const addresses: Readonly<Record<Channel, string | null>> = {
    sms: phone !== null && isMobile(phone) ? phone : null,
    email,
  }
  const wanted: Readonly<Record<Channel, boolean>> = {
    sms: legal ? wishes.legalSms : wishes.courtesySms,
    email: legal ? wishes.legalEmail : wishes.courtesyEmail,
  }
  return {
    inApp: legal || (hasAccount && wishes.courtesyInApp),
    sends: CHANNELS.flatMap((channel) => {
      const address = addresses[channel]
      return address !== null && wanted[channel] && channels.includes(channel)
        ? [{ channel, address }]
        : []
    }),
  }
}

/** Seconds until the next try after so many; undefined: no more, the next channel's turn. */
export function pauseAfterTry(tries: number): number | undefined {
  return [30, 120, 600, 1_800, 7_200][tries - 1]
}
