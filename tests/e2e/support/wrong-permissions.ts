import { uuidv7 } from 'uuidv7'
import { read } from './api.ts'
import type { Person } from './people.ts'

type Described = { readonly description: string }
type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }

const POSTS = /可用岗位：(.*)$/
/** Sign the person out, streams that do not end, and what answers a paired device alone, whoever sits before it. */
const LEFT_OUT: readonly string[] = [
  'delete /api/session',
  'delete /api/visit',
  'get /api/live',
  'get /api/hall/live',
  'get /api/hall/evaluation',
]

/** Calls every operation as this person would: what is open to them or closed against what /docs says. */
export async function wrongPermissions(person: Person, role: string | null): Promise<string[]> {
  const { paths } = await read<OpenApi>(person, '/api/openapi.json')
  const wrong: string[] = []
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { description }] of Object.entries(operations)) {
      const name = `${method} ${path}`
      if (LEFT_OUT.includes(name)) continue
      const posts = POSTS.exec(description)?.[1] ?? ''
      const answer = await person.page.request.fetch(path.replaceAll(/\{\w+\}/g, uuidv7()), {
        method,
        headers: { 'x-yichuang': '1' },
        ...(method === 'get' ? {} : { data: {} }),
      })
      const expected = expectedStatus(posts, role)
      const status = answer.status()
      const fits = expected === 'let in' ? ![401, 403, 500].includes(status) : status === expected
      if (!fits) wrong.push(`${name} (${posts}) answered ${status}, expected: ${expected}`)
    }
  }
  return wrong
}

function expectedStatus(posts: string, role: string | null): 'let in' | 401 | 403 {
  if (posts === '公开') return 'let in'
  if (role === null) return 401
  return posts.startsWith('已登录') || posts.split('、').includes(role) ? 'let in' : 403
}
