import { inventedApplicant } from '../region/invented-people.ts'
import { ACTS_FROM, bodyOf } from './acts.ts'
import { citizenVisit } from './citizen-visits.ts'
import type { Desk } from './desk.ts'
import { visitorVisit, windowVisit } from './hall-visits.ts'
import type { MixRole } from './mix-messages.ts'

type Row = {
  readonly applicationId: string
  readonly number: string
  readonly applicantName: string
}
type List = { readonly rows: readonly Row[]; readonly next: string | null }
type Page = {
  readonly version: number
  readonly possible: readonly string[]
  readonly notices: readonly { readonly noticeId: string }[]
}

const AT_WINDOWS = [
  'to-accept',
  'to-issue',
  'to-deliver',
  'awaiting-correction',
  'provincial-result',
]
const LISTS: Readonly<Record<MixRole, readonly string[]>> = {
  clerk: AT_WINDOWS,
  window: AT_WINDOWS,
  reviewer: ['to-review', 'to-certify', 'to-archive', 'department-seal'],
  decider: ['to-decide', 'to-letter'],
  'seal-keeper': ['to-seal'],
  supervisor: ['overdue', 'warning', 'to-follow-up'],
  applicant: ['mine'],
  visitor: ['mine'],
}
const TERMS = [
  '扎西',
  '卓玛',
  '示例',
  '马尔',
  '食品',
  '登记',
  '文旅',
  '某',
  'zxm',
  'spjy',
  '九寨沟',
]
const RECEIVED = ['aba-49', 'aba-60', 'aba-48', 'aba-36', 'aba-18', 'aba-28', 'aba-61', 'aba-24']
const PAGE_SIZE = 50
const FROM_THE_TOP = 25

/** Somebody sits down for one thing: looks at home, searches, or takes up an application and acts on it. */
export async function visit(desk: Desk): Promise<void> {
  const { role } = desk.person
  if (role === 'applicant') return await citizenVisit(desk)
  if (role === 'window') return await windowVisit(desk)
  if (role === 'visitor') return await visitorVisit(desk)
  const drawn = desk.random.next()
  if (drawn < 0.3) return await lookAtHome(desk)
  if (drawn < 0.45) return await search(desk)
  if (role === 'supervisor' && drawn < 0.65)
    return void (await desk.get('findings', '/api/findings?size=100'))
  if (role === 'seal-keeper' && drawn < 0.5)
    return void (await desk.get('seal register', '/api/seal-register?size=50'))
  if (role === 'clerk' && drawn < 0.6) return await receive(desk)
  await work(desk)
}

/** What a screen asks for again when something moved: its counts and the list on it. */
export async function readAgain(desk: Desk): Promise<void> {
  const [list = 'to-accept'] = LISTS[desk.person.role]
  await Promise.all([desk.get('counts', '/api/worklists'), firstPage(desk, list)])
}

async function lookAtHome(desk: Desk): Promise<void> {
  const list = desk.random.pick(LISTS[desk.person.role])
  const [, first] = await Promise.all([desk.get('counts', '/api/worklists'), firstPage(desk, list)])
  if (first === undefined || first.next === null || !desk.random.chance(0.3)) return
  await desk.look()
  await desk.get(
    'next page',
    `/api/worklists/${list}?size=${PAGE_SIZE}&cursor=${encodeURIComponent(first.next)}`,
  )
}

async function firstPage(desk: Desk, list: string): Promise<List | undefined> {
  return (await desk.get('list', `/api/worklists/${list}?size=${PAGE_SIZE}`)) as List | undefined
}

async function search(desk: Desk): Promise<void> {
  const { random } = desk
  const isTail = random.chance(0.3)
  const q = isTail ? String(Math.floor(random.next() * 1000)).padStart(4, '0') : random.pick(TERMS)
  const found = (await desk.get(
    isTail ? 'search by number' : 'search',
    `/api/applications?q=${encodeURIComponent(q)}&size=${PAGE_SIZE}`,
  )) as List | undefined
  const row = found?.rows[0]
  if (row === undefined) return
  await desk.look()
  await open(desk, row)
}

async function open(desk: Desk, { applicationId }: Row): Promise<Page | undefined> {
  const page = (await desk.get('application', `/api/applications/${applicationId}`)) as
    | Page
    | undefined
  const notice = page?.notices.at(-1)
  if (notice !== undefined && desk.random.chance(0.02))
    await desk.get('notice pages', `/api/notices/${notice.noticeId}/pages`, 'papers')
  return page
}

async function work(desk: Desk): Promise<void> {
  const list = desk.random.pick(LISTS[desk.person.role])
  const first = await firstPage(desk, list)
  const rows = first?.rows.slice(0, FROM_THE_TOP) ?? []
  if (rows.length === 0) return
  const row = desk.random.pick(rows)
  const page = await open(desk, row)
  const command = ACTS_FROM[list]?.find((name) => page?.possible.includes(name))
  if (page === undefined || command === undefined) return
  const body = bodyOf(command, desk.random)
  if (body === undefined) return
  await desk.look()
  const { applicationId } = row
  await desk.post(
    command,
    `/api/applications/${applicationId}/${command}`,
    { commandId: desk.newId(), expectedVersion: page.version, ...body },
    { applicationId, after: page.version },
  )
  await Promise.all([open(desk, row), firstPage(desk, list), desk.get('counts', '/api/worklists')])
}

async function receive(desk: Desk): Promise<void> {
  const { random } = desk
  await desk.get('items', '/api/items')
  await desk.look()
  const { name, identityNumber, phone, address, contactName } = inventedApplicant(
    77,
    'company',
    Math.floor(random.next() * 1e6),
  )
  const applicationId = desk.newId()
  const itemId = random.pick(RECEIVED)
  await desk.post(
    'receive',
    '/api/applications',
    {
      commandId: desk.newId(),
      applicationId,
      itemId,
      applicant: {
        kind: 'company',
        name,
        identityType: 'credit-code',
        identityNumber,
        phone,
        address,
        contactName,
      },
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
    },
    { applicationId, after: 0 },
  )
  await desk.get('application', `/api/applications/${applicationId}`)
}
