import { uuidv7 } from 'uuidv7'
import type { Sender } from './sender.ts'

type Code = {
  readonly channel: 'sms' | 'email'
  readonly address: string
  readonly code: string
  readonly minutes: number
}

const TRIES = 3

/**
 * Sends a one-time code at once and past the store: nobody who reads the outbox gets into an account. The person asks for
 * another one when none comes.
 */
export function createCodeSender(
  senders: Readonly<Partial<Record<Code['channel'], Sender>>>,
  onFailure: (error: string) => void,
): (code: Code) => void {
  async function send({ channel, address, code, minutes }: Code): Promise<void> {
    const id = uuidv7()
    const text = `验证码 ${code}，${minutes} 分钟内有效。工作人员不会向您索取验证码，请勿告诉他人。`
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const sent = await senders[channel]?.send({ id, to: address, title: '验证码', text })
      if (sent === undefined || sent.ok) return
      if (sent.permanent || tried === TRIES) {
        onFailure(sent.error)
        return
      }
    }
  }
  return (code) => {
    send(code).catch(() => onFailure('sender-failed'))
  }
}
