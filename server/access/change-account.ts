import type { Database } from '../database/connect.ts'

// Each answers whether the region has such a member of staff.

export async function setPostOpen(
  db: Database,
  regionCode: number,
  accountId: string,
  open: boolean,
): Promise<boolean> {
  const rows = await db.query(
    `update account set post_open = $3
      where region_code = $1 and account_id = $2 and role <> 'applicant' returning account_id`,
    [regionCode, accountId, open],
  )
  return rows.length > 0
}

/** Enabling also ends a lock after failed sign-ins. */
export async function setAccountDisabled(
  db: Database,
  regionCode: number,
  accountId: string,
  disabled: boolean,
): Promise<boolean> {
  const [account] = await db.query<{ username: string }>(
    `update account set disabled = $3
      where region_code = $1 and account_id = $2 returning username`,
    [regionCode, accountId, disabled],
  )
  if (!account) return false
  if (!disabled) {
    await db.query(
      `delete from sign_in_lock where region_code = $1 and name_hash = sha256(convert_to($2, 'UTF8'))`,
      [regionCode, account.username],
    )
  }
  return true
}

/** The courses passed are now exactly these. */
export async function setTraining(
  db: Database,
  {
    regionCode,
    accountId,
    courses,
    recordedBy,
  }: {
    readonly regionCode: number
    readonly accountId: string
    readonly courses: readonly string[]
    readonly recordedBy: string
  },
): Promise<void> {
  await db.query(
    `insert into account_training (region_code, account_id, course, recorded_by, recorded_at)
     select $1, $2::uuid, course, $4::uuid, $5::timestamptz from unnest($3::text[]) as course
     on conflict (region_code, account_id, course) do nothing`,
    [regionCode, accountId, courses, recordedBy, new Date().toISOString()],
  )
  await db.query(
    'delete from account_training where region_code = $1 and account_id = $2 and course <> all ($3::text[])',
    [regionCode, accountId, courses],
  )
}

/** Those that are no course: neither `etiquette` nor a department. */
export async function unknownCourses(
  db: Database,
  courses: readonly string[],
): Promise<readonly string[]> {
  const departments = await db.query<{ organisation_id: string }>(
    `select organisation_id from organisation
      where organisation_id = any ($1::text[]) and data ->> 'body' = 'department'`,
    [courses],
  )
  const known = ['etiquette', ...departments.map((row) => row.organisation_id)]
  return courses.filter((course) => !known.includes(course))
}
