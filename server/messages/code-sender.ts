import { uuidv7 } from 'uuidv7'
import type { Sender } from './sender.ts'

type Channel = 'sms' | 'email'
type Code = {
  readonly channel: Channel
  readonly address: string
  readonly code: string
  readonly minutes: number
}
/** What nobody who reads the outbox may see. */
export type Secret = {
  readonly channel: Channel
  readonly address: string
  readonly title: string
  readonly text: string
}
type Senders = Readonly<Partial<Record<Channel, Sender>>>

const TRIES = 3

/**
 * Sends a one-time code at once and past the store: nobody who reads the outbox gets into an account. The person asks for
 * another one when none comes.
 */
export function createCodeSender(
  senders: Senders,
  onFailure: (error: string) => void,
): (code: Code) => void {
  const send = createSecretSender(senders, onFailure)
  return ({ channel, address, code, minutes }) =>
    send({
      channel,
      address,
      title: '验证码',
      text: `验证码 ${code}，${minutes} 分钟内有效。工作人员不会向您索取验证码，请勿告诉他人。`,
    })
}

/** Sends at once and past the store, three times at most. */
export function createSecretSender(
  senders: Senders,
  onFailure: (error: string) => void,
): (secret: Secret) => void {
  async function send({ channel, address, title, text }: Secret): Promise<void> {
    const id = uuidv7()
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const sent = await senders[channel]?.send({ id, to: address, title, text })
      if (sent === undefined || sent.ok) return
      if (sent.permanent || tried === TRIES) {
        onFailure(sent.error)
        return
      }
    }
  }
  return (secret) => {
    send(secret).catch(() => onFailure('sender-failed'))
  }
}
