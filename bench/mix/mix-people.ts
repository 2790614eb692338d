import type { BenchPerson, BenchRegion } from '../region/bench-region.ts'
import type { MixPerson, MixRole } from './mix-messages.ts'
import { openSessions } from './open-sessions.ts'

const CLERKS = 400
const REVIEWERS = 130
const DECIDERS = 60
const SEAL_KEEPERS = 40
const SUPERVISORS = 40
const EVERYBODY = 1_200

/** 1,200 people of all posts, signed in. */
export async function mixPeople({
  connectionString,
  people,
}: BenchRegion): Promise<readonly MixPerson[]> {
  const staff = [
    ...posted('clerk', people.clerks.slice(0, CLERKS)),
    ...posted('reviewer', everyNth(people.reviewers, REVIEWERS)),
    ...posted('decider', everyNth(people.deciders, DECIDERS)),
    ...posted('seal-keeper', people.sealKeepers.slice(0, SEAL_KEEPERS)),
    ...posted('supervisor', people.supervisors.slice(0, SUPERVISORS)),
  ]
  const citizens = posted('applicant', people.applicants.slice(0, EVERYBODY - staff.length))
  const everybody = [...staff, ...citizens]
  const cookies = await openSessions(
    connectionString,
    everybody.map(({ person }) => person),
  )
  return everybody.map(({ role }, index) => ({
    role,
    cookie: cookies[index] ?? '',
    address: `10.20.${index >> 8}.${index & 255}`,
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
