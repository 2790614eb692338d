import type { WorklistName } from '../../contract/applications.ts'

/** What a list's condition may ask of its reader: `{department}` and so on become parameters. */
export type ReaderValues = {
  readonly department: string
  readonly account: string
  readonly identity: string
  readonly today: string
}
type ReaderValue = keyof ReaderValues

/** Disjoint conditions, each of which one index answers in the order of the list. */
export type ListConditions = readonly string[]

const stage = (name: WorklistName) => `stage = '${name}'`
const WARNED = `card = 'warning' and stage in ('to-review', 'to-decide')`
const OVERDUE = `card in ('yellow', 'red') and stage <> 'closed'`
/** A commitment stands that nobody has checked: the predicate of an index. */
const UNCHECKED = `status in ('accepted', 'in-review', 'granted', 'certified', 'lettered', 'sealed', 'issued', 'delivered', 'archived')
  and jsonb_path_exists(state, '$.materials.* ? (@ == "promised")') and not (state ? 'commitmentsChecked')`
/**
 * A commitment stands as untrue, and neither withdrawal nor refusal nor end has answered it. Its second line is the predicate
 * of an index over a handful; what was put right since is told apart among those.
 */
const BROKEN = `status in ('accepted', 'in-review', 'granted', 'certified', 'lettered', 'sealed', 'issued', 'delivered', 'archived')
  and jsonb_path_exists(state, '$.commitments[*] ? (@.kept == false)')
  and jsonb_path_exists(state, '$.commitments[*] ? (@.kept == false && !exists(@.putRightOn))')
  and jsonb_path_exists(state, '$ ? (@.revocation == null)') and not jsonb_path_exists(state, '$.decision ? (@.outcome == "refuse")')`
const OF_DEPARTMENT = 'department_id = {department}'

// The departments awaited stand in an array: each place has an index, what stands behind the third is rare.
const AWAITED = [
  'waits_for[1] = {department}',
  'waits_for[2] is not null and waits_for[2] = {department}',
  'waits_for[3] is not null and waits_for[3] = {department}',
  'waits_for[4] is not null and waits_for[4:] @> array[{department}]',
].map((awaits) => `stage = 'to-review' and ${awaits}`)

/** The lists of a department hold its own applications; the window, the Bureau and supervision see the region's. */
export function conditionsOf(list: WorklistName, isDepartment: boolean): ListConditions {
  switch (list) {
    case 'window-today':
      return ['window_account = {account}::uuid and received_on = {today}::date']
    case 'mine':
      return ['applicant_identity = {identity}']
    case 'to-follow-up':
      return ['follow_up']
    case 'to-check':
      return [isDepartment ? `${UNCHECKED} and ${OF_DEPARTMENT}` : UNCHECKED]
    case 'commitment-broken':
      return [isDepartment ? `${BROKEN} and ${OF_DEPARTMENT}` : BROKEN]
    case 'to-review':
      return isDepartment ? AWAITED : [stage(list)]
    case 'warning':
      return [isDepartment ? `${WARNED} and ${OF_DEPARTMENT}` : WARNED]
    case 'overdue':
      return [isDepartment ? `${OVERDUE} and ${OF_DEPARTMENT}` : OVERDUE]
    case 'to-accept':
    case 'awaiting-correction':
    case 'to-issue':
    case 'to-deliver':
    case 'to-decide':
    case 'in-procedure':
    case 'to-certify':
    case 'returned':
    case 'to-letter':
    case 'to-archive':
    case 'to-seal':
    case 'department-seal':
    case 'provincial-result':
      return [isDepartment ? `${stage(list)} and ${OF_DEPARTMENT}` : stage(list)]
  }
}

/** Puts parameters where conditions name what they ask of the reader; the values go behind those already given. */
export function bindReader(
  text: string,
  reader: ReaderValues,
  values: readonly unknown[],
): { readonly text: string; readonly values: readonly unknown[] } {
  const bound = [...values]
  const places = new Map<string, string>()
  const withPlaces = text.replaceAll(
    /\{(department|account|identity|today)\}/g,
    (_, name: string) => {
      const known = places.get(name)
      if (known !== undefined) return known
      bound.push(reader[name as ReaderValue])
      const place = `$${bound.length}`
      places.set(name, place)
      return place
    },
  )
  return { text: withPlaces, values: bound }
}
