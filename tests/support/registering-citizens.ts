import { expect } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer } from './composed-server.ts'
import type { freshDatabase } from './fresh-database.ts'

export const GOOD = 'Shimin-2026-mima'

/** Plainly invented people with right check digits. */
export const IDS = Array.from({ length: 14 }, (_, index) => {
  const body = `51320119900101${String(index + 1).padStart(3, '0')}`
  return body + checkCharacter(body)
})

function checkCharacter(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

type Database = Awaited<ReturnType<typeof freshDatabase>>['database']

/** The server with a simulated gateway for text messages, and people who register with it. */
export async function registeringCitizens(database: Database) {
  let serial = 0
  const server = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant, {
    citizens: { simulateSms: true },
  })
  const { simulator } = server.citizens
  if (!simulator) throw new Error('The simulated gateway is open')
  const nextPhone = () => `1391000${String((serial += 1)).padStart(4, '0')}`

  async function ask(url: string, body: object, cookie?: string, method: 'POST' | 'PUT' = 'POST') {
    return await server.http.inject({
      method,
      url,
      headers: { 'x-yichuang': '1' },
      payload: body,
      ...(cookie !== undefined && { cookies: { yichuang: cookie } }),
    })
  }

  /** The code that the gateway was given for that phone. */
  async function codeAt(phone: string): Promise<string> {
    for (let look = 0; look < 200; look += 1) {
      const message = simulator?.messages().find(({ to }) => to === phone)
      const code = /验证码 (\d{6})/.exec(message?.text ?? '')?.[1]
      if (code !== undefined) return code
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('No code arrived')
  }

  async function provenPhone(phone = nextPhone()) {
    const sent = await ask('/api/citizens/codes', { phone })
    expect(sent.statusCode).toBe(200)
    return { phone, codeId: sent.json<{ codeId: string }>().codeId, code: await codeAt(phone) }
  }

  async function register(identityNumber: string, more: object = {}) {
    const { phone, codeId, code } = await provenPhone()
    const answer = await ask('/api/citizens', {
      codeId,
      code,
      name: '张某某',
      identityType: 'id-card',
      identityNumber,
      contactName: null,
      password: GOOD,
      claim: false,
      ...more,
    })
    const cookie = answer.cookies.find(({ name }) => name === 'yichuang')?.value
    return { answer, phone, cookie, codeId, code }
  }

  const signIn = async (username: string, password: string) =>
    await ask('/api/session', { username, password })
  return { server, simulator, nextPhone, ask, codeAt, provenPhone, register, signIn }
}
