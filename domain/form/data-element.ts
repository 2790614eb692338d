import type { FieldSchema } from './form-definition.ts'

/** One fact that an office may ask, asked once per applicant and bundle (数据元). */
export type DataElement = {
  /** `applicant.name`: subject, then fact. */
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly schema: FieldSchema
  /** Personal information: masked in lists, never in a log. */
  readonly personal: boolean
  /** Known of a signed-in applicant, so filled in beforehand. */
  readonly prefill: 'name' | 'identity-number' | 'phone' | 'address' | null
}
