import { setTimeout as wait } from 'node:timers/promises'
import { BOOKING_REFUSALS } from '../hall/book-ahead.ts'
import type { HttpAnswer, HttpClient } from '../http-client.ts'
import type { Random } from '../kill/seeded-random.ts'
import type { MixPerson, Operation } from './mix-messages.ts'
import type { Tally } from './mix-tally.ts'

/** What a script of one person needs. */
export type Desk = {
  readonly person: MixPerson
  readonly random: Random
  readonly newId: () => string
  readonly get: (operation: string, path: string, kind?: Operation['kind']) => Promise<unknown>
  /** A command; false when it was refused because somebody else was faster. */
  readonly post: (
    operation: string,
    path: string,
    body: object,
    moves: Movement,
  ) => Promise<boolean>
  /** A write that nobody else hears of: a draft, a question. */
  readonly write: (
    operation: string,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    /** Further header lines, each ended by CRLF. */
    more?: string,
  ) => Promise<unknown>
  readonly look: () => Promise<void>
}

/** What a command will make known: the application, at a version above this one. */
export type Movement = { readonly applicationId: string; readonly after: number }

export type DeskSurroundings = {
  readonly client: HttpClient
  readonly tally: () => Tally
  readonly newId: () => string
  readonly called: (movement: Movement) => void
}

const LOOKING_MS = [150, 900] as const

export function openDesk(person: MixPerson, random: Random, around: DeskSurroundings): Desk {
  const { cookie } = person
  const headers = `x-forwarded-for: ${person.address}\r\n`
  const session = cookie === '' ? {} : { cookie }

  async function send(operation: Operation, request: object): Promise<HttpAnswer | undefined> {
    try {
      const answer = await around.client.send({ ...session, headers, ...request } as never)
      around.tally().answered(operation, answer.milliseconds)
      return answer
    } catch {
      around.tally().failed('no answer')
      return undefined
    }
  }

  return {
    person,
    random,
    newId: around.newId,
    look: async () => await wait(random.between(...LOOKING_MS)),
    get: async (name, path, kind = 'read') => {
      const answer = await send({ kind, name }, { method: 'GET', path })
      if (answer === undefined) return undefined
      if (answer.status === 200) return JSON.parse(answer.body.toString()) as unknown
      around.tally().failed(`${answer.status} ${codeOf(answer)} ${name}`)
      return undefined
    },
    write: async (name, method, path, body, more = '') => {
      const request = { method, path, body, headers: `${headers}${more}` }
      const answer = await send({ kind: 'write', name }, request)
      if (answer === undefined) return undefined
      if (answer.status < 300) return JSON.parse(answer.body.toString()) as unknown
      const code = codeOf(answer)
      if (BOOKING_REFUSALS.includes(code)) around.tally().refused(code)
      else around.tally().failed(`${answer.status} ${code} ${name}`)
      return undefined
    },
    post: async (name, path, body, movement) => {
      around.called(movement)
      const answer = await send({ kind: 'write', name }, { method: 'POST', path, body })
      if (answer === undefined || answer.status < 300) return answer !== undefined
      const code = codeOf(answer)
      if (answer.status === 409 || code === 'separation-of-duties') around.tally().refused(code)
      else around.tally().failed(`${answer.status} ${code} ${name}`)
      return false
    },
  }
}

function codeOf({ body }: HttpAnswer): string {
  return /"code":"([a-z-]+)"/.exec(body.toString())?.[1] ?? ''
}
