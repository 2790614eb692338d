import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { makeBooking } from '../../contract/bookings.ts'
import { registerCitizen, requestRegistrationCode } from '../../contract/citizen-accounts.ts'
import { demonstrationMessages } from '../../contract/messages.ts'
import { clockOf } from '../../domain/booking/slots.ts'
import { idCardCheckCharacter } from '../../domain/identifiers/id-card.ts'
import { DayStopped, valueOf } from './day-places.ts'
import type { HallClient } from './hall-client.ts'

const SURNAMES = [
  '张',
  '王',
  '李',
  '卓玛',
  '刘',
  '陈',
  '泽仁',
  '杨',
  '赵',
  '周',
  '扎西',
  '次仁',
  '吴',
  '德吉',
]
const MOST_LOOKS = 100
const LOOK_EVERY_MS = 50
const PASSWORD = 'yanshi-yuyue-2026'

/** The codes of bookings for that day, one a half-hour asked for; null where the hall was full. */
export async function bookAhead(
  client: HallClient,
  day: string,
  minutes: readonly number[],
): Promise<(string | null)[]> {
  const codes: (string | null)[] = []
  for (const [index, minute] of minutes.entries()) {
    const cookie = await register(client, index)
    const from = clockOf(minute)
    const body = { bookingId: uuidv7(), queue: 'A' as const, itemId: null, day, from }
    const made = await client.send({ cookie }, makeBooking, { body })
    codes.push(made.ok ? made.value.code : null)
  }
  return codes
}

/** The code goes out after the answer: it is looked for until it is there. */
async function codeSentTo(client: HallClient, phone: string): Promise<string> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { messages } = valueOf(await client.send({}, demonstrationMessages), '模拟短信')
    const code = /\d{6}/.exec(messages.find(({ to }) => to === phone)?.text ?? '')?.[0]
    if (code !== undefined) return code
    await wait(LOOK_EVERY_MS)
  }
  throw new DayStopped('模拟短信没有收到注册验证码，请重新运行。')
}

/** A real-name account as anybody makes one: a code to the phone, read at the simulated gateway. */
async function register(client: HallClient, index: number): Promise<string> {
  const phone = `1370000${String(5000 + index).padStart(4, '0')}`
  const asked = await client.send({}, requestRegistrationCode, { body: { phone } })
  const { codeId } = valueOf(asked, '注册验证码')
  const code = await codeSentTo(client, phone)
  const digits = `51322119850101${String(100 + index).padStart(3, '0')}`
  const body = {
    codeId,
    code,
    name: `${SURNAMES[index % SURNAMES.length] ?? '张'}演示`,
    identityType: 'id-card' as const,
    identityNumber: `${digits}${idCardCheckCharacter(digits)}`,
    contactName: null,
    password: PASSWORD,
    claim: false,
  }
  const sent = await client.send({}, registerCitizen, { body })
  valueOf(sent, '注册')
  return (sent.ok ? sent.cookie : undefined) ?? ''
}
