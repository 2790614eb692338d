import { z } from 'zod'
import { VersionDiff } from './catalogue-changes.ts'
import { CATALOGUE_READERS, CatalogueDraftParams } from './catalogue-editing.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing } from './shared.ts'

// What is looked at before a draft is published: the linter, the trial, the comparison, the impact.

export const Finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  /** `materials.3.basis` */
  part: z.string(),
  sentence: z.string(),
  source: z.string(),
})

/** The linter over the draft as saved: what would block, and what is only advised. */
export const checkDraft = operation({
  operationId: 'checkDraft',
  method: 'GET',
  path: '/api/catalogue/drafts/:draftId/findings',
  access: CATALOGUE_READERS,
  summary: '指南自动检查结果',
  params: CatalogueDraftParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ findings: z.array(Finding) }),
})

/** Plays an application through every answer path and prints every document, without publishing. Takes some seconds. */
export const tryDraft = operation({
  operationId: 'tryDraft',
  method: 'POST',
  path: '/api/catalogue/drafts/:draftId/trial',
  access: ['catalogue-editor', 'catalogue-confirmer'],
  summary: '按草稿试办每一种情形',
  params: CatalogueDraftParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    /** Version of the draft that was tried. */
    version: z.int(),
    problems: z.array(z.strictObject({ path: z.string(), problem: z.string() })),
  }),
})

/** The draft beside what is in force. */
export const compareDraft = operation({
  operationId: 'compareDraft',
  method: 'GET',
  path: '/api/catalogue/drafts/:draftId/diff',
  access: CATALOGUE_READERS,
  summary: '草稿与现行版本对照',
  params: CatalogueDraftParams,
  query: Nothing,
  body: NoBody,
  reply: VersionDiff,
})

/** What publishing would touch (影响预览). */
export const DraftImpact = z.strictObject({
  /** Open applications: they stay on the version they were received under. */
  openApplications: z.strictObject({
    total: z.int(),
    byStage: z.array(z.strictObject({ stage: z.string(), label: z.string(), count: z.int() })),
    byGuideVersion: z.array(z.strictObject({ version: z.int(), count: z.int() })),
  }),
  /** 一件事 that contain the item. */
  bundles: z.array(z.strictObject({ bundleId: z.string(), name: z.string() })),
  seal: z.strictObject({
    before: z.enum(['bureau', 'department', 'provincial']),
    after: z.enum(['bureau', 'department', 'provincial']),
    /** A × item whose mode two people of the Bureau have not recorded yet. */
    unconfirmed: z.boolean(),
  }),
  /** Papers whose text would change: kind as in notices, or `certificate`. */
  templates: z.array(z.strictObject({ kind: z.string(), title: z.string(), because: z.string() })),
  form: z.strictObject({
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  /** Applications that citizens are filling in now; null: not counted here. */
  citizenDrafts: z.int().nullable(),
})
export type DraftImpact = z.output<typeof DraftImpact>

export const previewImpact = operation({
  operationId: 'previewImpact',
  method: 'GET',
  path: '/api/catalogue/drafts/:draftId/impact',
  access: CATALOGUE_READERS,
  summary: '发布影响预览',
  params: CatalogueDraftParams,
  query: Nothing,
  body: NoBody,
  reply: DraftImpact,
})
