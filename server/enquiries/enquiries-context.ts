import type { HttpContext } from '../http/http-context.ts'
import type { ReferenceData } from '../database/reference-data.ts'

export type AnsweredEnquiry = {
  readonly regionCode: number
  readonly enquiryId: string
  readonly number: string
  readonly kindName: string
  readonly accountId: string | null
  readonly email: string | null
  readonly phone: string | null
}

export type AskedEnquiry = {
  readonly number: string
  readonly kindName: string
  readonly phone: string | null
  readonly email: string | null
  readonly code: string
}

/** What the capability is given beside HTTP; compose.ts puts it together. */
export type EnquiriesContext = {
  readonly http: HttpContext
  readonly reference: ReferenceData
  /** Sends the query code to the phone or e-mail that the asker left, past the store of messages. */
  readonly sendCode: (asked: AskedEnquiry) => void
  /** Tells the asker that an answer is there: a courtesy message. */
  readonly onAnswered: (answered: AnsweredEnquiry) => Promise<void>
}
