import type { OpenHall } from '../hall/open-hall.ts'
import type { BenchPerson, BenchRegion } from '../region/bench-region.ts'
import type { MixPerson, MixRole } from './mix-messages.ts'
import { openSessions } from './open-sessions.ts'

const CLERKS = 380
/** The hall's share of everybody: clerks signed on at its windows, citizens who come to it. */
export const HALL_WINDOWS = 20
export const HALL_VISITORS = 80
const REVIEWERS = 130
const DECIDERS = 60
const SEAL_KEEPERS = 40
const SUPERVISORS = 40
const EVERYBODY = 1_200

export function clerksOfHall({ people }: BenchRegion): readonly BenchPerson[] {
  return people.clerks.slice(CLERKS, CLERKS + HALL_WINDOWS)
}

/** 1,200 people of all posts, signed in; `hall` is open with a window for each of its clerks. */
export async function mixPeople(
  region: BenchRegion,
  { kiosks }: OpenHall,
): Promise<readonly MixPerson[]> {
  const { connectionString, people } = region
  const staff = [
    ...posted('clerk', people.clerks.slice(0, CLERKS)),
    ...posted('window', clerksOfHall(region)),
    ...posted('reviewer', everyNth(people.reviewers, REVIEWERS)),
    ...posted('decider', everyNth(people.deciders, DECIDERS)),
    ...posted('seal-keeper', people.sealKeepers.slice(0, SEAL_KEEPERS)),
    ...posted('supervisor', people.supervisors.slice(0, SUPERVISORS)),
  ]
  const citizens = people.applicants.slice(0, EVERYBODY - staff.length)
  const everybody = [
    ...staff,
    ...posted('visitor', citizens.slice(0, HALL_VISITORS)),
    ...posted('applicant', citizens.slice(HALL_VISITORS)),
  ]
  const cookies = await openSessions(
    connectionString,
    everybody.map(({ person }) => person),
  )
  const firstWindow = everybody.findIndex(({ role }) => role === 'window')
  return everybody.map(({ role }, index) => ({
    role,
    cookie: cookies[index] ?? '',
    address: `10.20.${index >> 8}.${index & 255}`,
    ...(role === 'window' ? { windowId: index - firstWindow + 1 } : {}),
    ...(role === 'visitor' ? { kiosk: kiosks[index % kiosks.length] ?? '' } : {}),
  }))
}

function posted(role: MixRole, people: readonly BenchPerson[]) {
  return people.map((person) => ({ role, person }))
}

/** Of every department some. */
function everyNth(people: readonly BenchPerson[], count: number): readonly BenchPerson[] {
  const step = people.length / count
  return Array.from({ length: count }, (_, index) => people[Math.floor(index * step)]).filter(
    (person) => person !== undefined,
  )
}
