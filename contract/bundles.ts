import { z } from 'zod'
import { MaterialState, SituationBody } from './application-commands.ts'
import { BundleSlipCode } from './bundle-drafts.ts'
import { DraftApplicant } from './drafts.ts'
import { FieldValueSchema, FormView } from './forms.ts'
import { MaterialSchema, SituationQuestionSchema } from './guide-schema.ts'
import { MaterialView } from './material-view.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, Text } from './shared.ts'

const BundleParams = z.strictObject({ bundleId: Text(64) })
const Needs = z.array(z.strictObject({ item: z.string(), of: z.string() }))

export const BundleRow = z.strictObject({
  bundleId: z.string(),
  title: z.string(),
  /** Full pinyin of the title, a space between syllables: how it is found by initials. */
  pinyin: z.string(),
  titleEn: z.string(),
  titleBo: z.string(),
  lifeEvents: z.array(z.string()),
  items: z.array(z.strictObject({ itemId: z.string(), name: z.string() })),
})
export const listBundles = operation({
  operationId: 'listBundles',
  method: 'GET',
  path: '/api/bundles',
  access: 'public',
  summary: '一件事清单',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ bundles: z.array(BundleRow) }),
})

/** A material of the whole thing, brought once: which items use it, under which number of their guides. */
export const MergedMaterial = z.strictObject({
  name: z.string(),
  standard: z.string(),
  uses: z.array(z.strictObject({ itemId: z.string(), number: z.int() })),
})

/** One guide of the whole thing: questions, materials, form and who waits for whom. */
export const BundleView = BundleRow.extend({
  needs: Needs,
  notes: z.array(z.string()),
  unconfirmed: z.array(z.string()),
  questions: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      help: z.string().nullable(),
      options: z.array(
        z.strictObject({
          value: z.string(),
          label: z.string(),
          answers: z.array(
            z.strictObject({ item: z.string(), question: z.string(), option: z.string() }),
          ),
          without: z.array(z.string()),
        }),
      ),
    }),
  ),
  parts: z.array(
    z.strictObject({
      itemId: z.string(),
      name: z.string(),
      departmentName: z.string(),
      guideVersion: z.int(),
      statutoryDays: z.int(),
      committedDays: z.int(),
      /** Parts of its guide that no law gives (待部门确认): `materials.3.copies`. */
      unconfirmed: z.array(z.string()),
      questions: z.array(SituationQuestionSchema),
      materials: z.array(MaterialSchema),
      form: FormView.nullable(),
    }),
  ),
  /** Of all parts; what has the same name, or serves as the same by the bundle, once. */
  materials: z.array(MergedMaterial),
  /** All facts, each asked once (一套表单); null: no part has a form. */
  form: FormView.nullable(),
})
export type BundleView = z.output<typeof BundleView>

export const getBundle = operation({
  operationId: 'getBundle',
  method: 'GET',
  path: '/api/bundles/:bundleId',
  access: 'public',
  summary: '一件事办事指南',
  params: BundleParams,
  query: Nothing,
  body: NoBody,
  reply: BundleView,
})

/** One intake, several applications; ids are made by the sender, so that sent twice it is one. Refused whole when one part is. */
export const receiveBundle = operation({
  operationId: 'receiveBundle',
  method: 'POST',
  path: '/api/bundles/:bundleId/cases',
  access: ['applicant', 'window-clerk'],
  summary: '一件事一次收件',
  params: BundleParams,
  query: Nothing,
  body: z.strictObject({
    bundleCaseId: z.uuid(),
    /** A citizen's name and number are the account's, or those of whom the mandate names: only a clerk says them. */
    applicant: DraftApplicant,
    channel: z.enum(['window', 'portal']),
    mandateId: z.uuid().nullable(),
    choices: SituationBody,
    /** Of all parts together, by data element. */
    answers: z.record(z.string().max(100), FieldValueSchema),
    parts: z
      .array(
        z.strictObject({
          itemId: Text(64),
          applicationId: z.uuid(),
          commandId: z.uuid(),
          /** What the part's own questions still ask; the choices answer the others. */
          situation: SituationBody,
          materials: z.record(z.string().regex(/^\d{1,3}$/), MaterialState),
          /** Null at the window: the form came on paper, as a material. */
          formVersion: z.int().min(1).nullable(),
        }),
      )
      .min(1)
      .max(12),
    /** The slip's code where what was filled in at home is received: that is closed with it. */
    slipCode: BundleSlipCode.optional(),
  }),
  reply: z.strictObject({
    bundleCaseId: z.string(),
    applications: z.array(
      z.strictObject({
        itemId: z.string(),
        applicationId: z.string(),
        number: z.string(),
        /** Six digits, for looking up progress without signing in. */
        queryCode: z.string(),
        /** The receipt (接收凭证) of this part; null: papers are not made here. */
        notice: z.strictObject({ noticeId: z.string(), title: z.string() }).nullable(),
      }),
    ),
  }),
})

export const BundleCaseView = z.strictObject({
  bundleCaseId: z.string(),
  bundleId: z.string(),
  title: z.string(),
  createdAt: z.string(),
  needs: Needs,
  applications: z.array(
    z.strictObject({
      itemId: z.string(),
      itemName: z.string(),
      departmentName: z.string(),
      applicationId: z.string(),
      number: z.string(),
      status: z.string(),
      statusName: z.string(),
      /** Decided on, or to be decided by; null while its clock does not run. */
      endsOn: z.string().nullable(),
      decidedOn: z.string().nullable(),
      light: z.enum(['green', 'amber', 'red', 'paused', 'none']),
      version: z.int(),
      /** Names of the items whose result it still waits for. */
      waitsFor: z.array(z.string()),
      /** Names of the items that ended without a grant and that it goes on without. */
      goesOnWithout: z.array(z.string()),
      /** What it waits for has ended without a grant, and somebody has to say what becomes of it; null: nothing to say. */
      deadEnd: z
        .strictObject({
          ended: z.array(z.strictObject({ itemName: z.string(), endedAs: z.string() })),
          /** Why it cannot go on alone; null: it can. */
          bound: z.string().nullable(),
          /** What whoever looks may choose: commands on the application. */
          choices: z.array(z.enum(['withdraw', 'go-on-alone'])),
        })
        .nullable(),
      critical: z.boolean(),
      /** What this part asks for in its situation, with the files that came in for it. */
      materials: z.array(MaterialView.pick({ number: true, name: true, state: true, files: true })),
    }),
  ),
  /** The day on which the last one has to be decided. */
  endsOn: z.string().nullable(),
})
export type BundleCaseView = z.output<typeof BundleCaseView>

export const getBundleCase = operation({
  operationId: 'getBundleCase',
  method: 'GET',
  path: '/api/bundle-cases/:bundleCaseId',
  access: 'signed-in',
  summary: '一件事办理情况（关键路径）',
  params: z.strictObject({ bundleCaseId: z.uuid() }),
  query: Nothing,
  body: NoBody,
  reply: BundleCaseView,
})
export const listMyBundleCases = operation({
  operationId: 'listMyBundleCases',
  method: 'GET',
  path: '/api/bundle-cases',
  access: ['applicant'],
  summary: '本人的一件事',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    cases: z.array(
      z.strictObject({ bundleCaseId: z.string(), title: z.string(), createdAt: z.string() }),
    ),
  }),
})
