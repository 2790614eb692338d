import { uuidv7 } from 'uuidv7'
import { DEMONSTRATION_PASSWORD } from '../../server/demonstration/prepare-demonstration.ts'
import { drawLife } from '../kill/lives.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { readLive } from './live-reader.ts'
import { until } from './processes.ts'

const SUPERVISOR = 'ducha'

/** Milliseconds from the answer to a command at one server to its message at a listener of the other. */
export async function measureAcross(here: string, there: string, times: number): Promise<number[]> {
  const heardAt = new Map<string, number>()
  const feed = await readLive(there, await signIn(there, SUPERVISOR), {
    onHeard: (cursor) => {
      const applicationId = cursor.slice(cursor.indexOf('-') + 1, cursor.lastIndexOf('-'))
      if (!heardAt.has(applicationId)) heardAt.set(applicationId, performance.now())
    },
  })
  const random = seededRandom(1)
  const cookies = new Map<string, string>()
  const took: number[] = []
  try {
    while (took.length < times) {
      const [receipt] = drawLife(random).steps
      const username = receipt?.people[0] ?? ''
      const cookie = cookies.get(username) ?? (await signIn(here, username))
      cookies.set(username, cookie)
      const applicationId = uuidv7()
      const answer = await fetch(`${here}/api/applications`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'x-yichuang': '1' },
        body: JSON.stringify({ ...receipt?.fields, commandId: uuidv7(), applicationId }),
      })
      const answered = performance.now()
      if (answer.status !== 200) throw new Error(await answer.text())
      await until('the message', () => heardAt.has(applicationId))
      took.push(Math.max(0, (heardAt.get(applicationId) ?? 0) - answered))
    }
    return took
  } finally {
    await feed.stop()
  }
}

async function signIn(base: string, username: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yichuang': '1' },
    body: JSON.stringify({ username, password: DEMONSTRATION_PASSWORD }),
  })
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status}`)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
