import type { Enquiry, EnquiryState } from '../../domain/enquiry/enquiry.ts'
import type { Database } from '../database/connect.ts'

/** What an enquiry says, beside its place and time. */
export type EnquiryContent = {
  readonly title: string
  readonly text: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly applicationNumber: string | null
  readonly answer?: { readonly text: string; readonly byName: string; readonly at: string }
}

export type EnquiryRow = Omit<Enquiry, 'state'> & {
  readonly enquiryId: string
  readonly number: string
  readonly state: EnquiryState
  readonly published: boolean
  readonly revision: number
  readonly content: EnquiryContent
}

export const COLUMNS = `enquiry_id as "enquiryId", number, kind, state, department_id as "departmentId", item_id as "itemId",
  account_id as "accountId", asked_at as "askedAt", due_on as "dueOn", published, revision, content`

const LOAD = `select ${COLUMNS} from enquiry where region_code = $1 and enquiry_id = $2`

export async function loadEnquiry(
  db: Database,
  regionCode: number,
  enquiryId: string,
): Promise<EnquiryRow | undefined> {
  const [row] = await db.query<EnquiryRow>(LOAD, [regionCode, enquiryId])
  return row
}
