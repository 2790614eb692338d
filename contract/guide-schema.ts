import { z } from 'zod'
import { SAMPLE_FAULTS, SERVICE_OBJECTS } from '../domain/catalogue/service-guide.ts'
import { Day, OptionalText, Text } from './shared.ts'

// A guide as it crosses the wire and as an import file holds it: domain/catalogue/service-guide.ts says what each part is.

const Days = z.int().min(0).max(3650)
const Key = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, '只能用小写字母、数字、点和连字符')

export const SituationTestSchema = z.strictObject({
  question: Key,
  oneOf: z.array(Text(60)).min(1).max(40),
})

export const SituationQuestionSchema = z.strictObject({
  id: Key,
  text: Text(200),
  help: OptionalText(500).nullable(),
  options: z
    .array(
      z.strictObject({
        value: Text(60),
        label: Text(100),
        next: Key.nullable(),
        stop: OptionalText(500).nullable(),
      }),
    )
    .min(1)
    .max(40),
})

export const MaterialSchema = z.strictObject({
  number: z.int().min(1).max(400),
  name: Text(200),
  basis: OptionalText(1000),
  original: z.boolean(),
  copies: z.int().min(0).max(99),
  format: z.enum(['paper', 'electronic', 'either']),
  pageFormat: OptionalText(40),
  signed: z.boolean(),
  sealed: z.boolean(),
  standard: OptionalText(2000),
  source: z.enum(['applicant', 'authority', 'intermediary']),
  issuedBy: OptionalText(200).nullable(),
  sharedFrom: OptionalText(200).nullable(),
  when: z.array(SituationTestSchema).max(20),
  tolerableDays: Days.nullable(),
  commitment: z.boolean(),
  reusableMonths: z.int().min(1).max(600).nullable(),
  isTheForm: z.boolean(),
  fillingNotes: z.array(Text(1000)).max(50),
  modelText: OptionalText(8000).nullable(),
  samples: z.array(z.strictObject({ fault: z.enum(SAMPLE_FAULTS), caption: Text(300) })).max(12),
})

/** What an editor writes: everything of a guide but its item, version and day. */
export const GuideContent = z.strictObject({
  unconfirmed: z.array(Text(100)).max(400),
  scope: OptionalText(2000),
  serviceObjects: z.array(z.enum(SERVICE_OBJECTS)),
  legalBasis: z.array(Text(1000)).max(60),
  conditions: z.array(Text(1000)).max(60),
  prohibitions: z.array(Text(1000)).max(60),
  quota: OptionalText(500).nullable(),
  questions: z.array(SituationQuestionSchema).max(40),
  materials: z.array(MaterialSchema).max(400),
  formId: Key.nullable(),
  kind: z.enum(['committed', 'on-the-spot']),
  statutoryDays: Days,
  committedDays: Days,
  extensionDays: Days.nullable(),
  stepLimits: z.strictObject({ review: Days, decision: Days, certificate: Days, seal: Days }),
  fee: z.strictObject({ amount: z.number().min(0).max(100_000_000), basis: Text(1000) }).nullable(),
  feeLines: z
    .array(z.strictObject({ name: Text(200), standard: Text(500), basis: Text(1000) }))
    .max(40),
  correctionLimitDays: z.int().min(1).max(3650).nullable(),
  commitmentCheckDays: z.int().min(1).max(3650).nullable().default(null),
  toleranceLapse: z.enum(['refuse', 'terminate']).nullable().default(null),
  validityYears: z.number().min(0).max(100).nullable(),
  renewable: z.boolean(),
  resultKind: z.enum(['certificate', 'approval-document', 'registration', 'none']),
  certificateName: OptionalText(200),
  discretion: z
    .array(
      z.strictObject({ circumstance: Text(1000), standard: Text(1000), basis: OptionalText(1000) }),
    )
    .max(60),
  rights: z.array(Text(1000)).max(60),
  faq: z.array(z.strictObject({ question: Text(500), answer: Text(3000) })).max(60),
  visits: z.int().min(0).max(9),
  partnerIds: z.array(Key).max(12),
  notes: z.array(Text(1000)).max(60),
})
export type GuideContent = z.output<typeof GuideContent>

export const GuideConfirmation = z.enum(['baseline', 'drafted', 'confirmed'])

/** A whole version, as it is published. */
export const GuideVersion = GuideContent.extend({
  itemId: z.string(),
  version: z.int().min(1),
  effectiveOn: Day,
  confirmation: GuideConfirmation,
})
