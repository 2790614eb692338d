import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  compareVersions,
  getItemVersion,
  listCatalogueChanges,
  listItemVersions,
} from '../../../contract/catalogue-changes.ts'
import { compareDraft, previewImpact } from '../../../contract/catalogue-checking.ts'
import { getDraft, listCatalogue } from '../../../contract/catalogue-editing.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { getForm, getFormDraft, listElements } from '../../../contract/forms.ts'
import { call } from '../../api/call.ts'

/** Everything here is read anew after an act of the catalogue. */
export const CATALOGUE = 'catalogue'
const HOUR = 3_600_000

export type CatalogueRow = z.output<typeof listCatalogue.reply>['items'][number]
export type VersionRow = z.output<typeof listItemVersions.reply>['versions'][number]

export const catalogueQuery = () =>
  queryOptions({
    queryKey: [CATALOGUE, 'items'],
    queryFn: ({ signal }) => call(listCatalogue, { signal }),
  })

export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: [CATALOGUE, 'draft', draftId],
    queryFn: ({ signal }) => call(getDraft, { params: { draftId }, signal }),
  })

export const draftDiffQuery = (draftId: string, version: number) =>
  queryOptions({
    queryKey: [CATALOGUE, 'draft', draftId, 'diff', version],
    queryFn: ({ signal }) => call(compareDraft, { params: { draftId }, signal }),
  })

export const impactQuery = (draftId: string, version: number) =>
  queryOptions({
    queryKey: [CATALOGUE, 'draft', draftId, 'impact', version],
    queryFn: ({ signal }) => call(previewImpact, { params: { draftId }, signal }),
  })

export const versionsQuery = (itemId: string) =>
  queryOptions({
    queryKey: [CATALOGUE, 'versions', itemId],
    queryFn: ({ signal }) => call(listItemVersions, { params: { itemId }, signal }),
  })

export const versionQuery = (itemId: string, kind: 'guide' | 'item', version: number) =>
  queryOptions({
    queryKey: [CATALOGUE, 'version', itemId, kind, version],
    queryFn: ({ signal }) => call(getItemVersion, { params: { itemId, kind, version }, signal }),
    staleTime: Infinity,
  })

export const versionDiffQuery = (
  itemId: string,
  kind: 'guide' | 'item',
  from: number,
  to: number,
) =>
  queryOptions({
    queryKey: [CATALOGUE, 'diff', itemId, kind, from, to],
    queryFn: ({ signal }) =>
      call(compareVersions, { params: { itemId }, query: { kind, from, to }, signal }),
    staleTime: Infinity,
  })

export const changesQuery = (cursor?: string) =>
  queryOptions({
    queryKey: [CATALOGUE, 'changes', cursor ?? ''],
    queryFn: ({ signal }) => call(listCatalogueChanges, { query: { cursor, size: 50 }, signal }),
  })

export const formDraftQuery = (formId: string) =>
  queryOptions({
    queryKey: [CATALOGUE, 'form', formId],
    queryFn: ({ signal }) => call(getFormDraft, { params: { formId }, signal }),
  })

export const elementsQuery = () =>
  queryOptions({
    queryKey: ['data-elements'],
    queryFn: ({ signal }) => call(listElements, { signal }),
    staleTime: HOUR,
  })

export const formQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['form', itemId],
    queryFn: async ({ signal }) =>
      (await call(getForm, { params: { itemId }, signal })) as unknown as FormDefinition,
    staleTime: HOUR,
  })
