import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAccounts, listOrganisations } from '../../contract/accounts.ts'
import {
  countWorklists,
  getApplication,
  readWorklist,
  searchApplications,
  type WorklistName,
} from '../../contract/applications.ts'
import { getBundle, getBundleCase, listBundles } from '../../contract/bundles.ts'
import { listCalendar } from '../../contract/calendar.ts'
import { countExport } from '../../contract/exports.ts'
import { listFindings } from '../../contract/findings.ts'
import { getGuide, listItems, listSealModes } from '../../contract/catalogue.ts'
import {
  certificatePages,
  noticePages,
  sealRegister,
  verifyTrail,
} from '../../contract/documents.ts'
import { whoAmI } from '../../contract/session.ts'
import { call } from './call.ts'

const HOUR = 3_600_000
const QUARANTINE_EVERY = 15_000

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => call(whoAmI, { signal }),
    staleTime: 60_000,
    // Midnight passes while a screen stays open: the day shown follows the server's.
    refetchInterval: 5 * 60_000,
  })

export const applicationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['application', applicationId],
    queryFn: ({ signal }) => call(getApplication, { params: { applicationId }, signal }),
    // What the scanner finds is no act of anybody: it moves no version and wakes no feed.
    refetchInterval: ({ state }) =>
      state.data?.materials.some(({ files }) =>
        files.some(({ handling }) => handling === 'waiting'),
      ) === true && QUARANTINE_EVERY,
  })

export const bundlesQuery = () =>
  queryOptions({
    queryKey: ['bundles'],
    queryFn: ({ signal }) => call(listBundles, { signal }),
    staleTime: 5 * 60_000,
  })

export const bundleQuery = (bundleId: string) =>
  queryOptions({
    queryKey: ['bundle', bundleId],
    queryFn: ({ signal }) => call(getBundle, { params: { bundleId }, signal }),
    staleTime: 5 * 60_000,
  })

export const bundleCaseQuery = (bundleCaseId: string) =>
  queryOptions({
    queryKey: ['bundle-case', bundleCaseId],
    queryFn: ({ signal }) => call(getBundleCase, { params: { bundleCaseId }, signal }),
  })

export const worklistQuery = (list: WorklistName, q?: string, cursor?: string) =>
  queryOptions({
    queryKey: ['worklist', list, q ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      call(readWorklist, { params: { list }, query: { q, cursor, size: 50 }, signal }),
  })

export const countsQuery = () =>
  queryOptions({
    queryKey: ['counts'],
    queryFn: ({ signal }) => call(countWorklists, { signal }),
  })

export const searchQuery = (q: string, cursor?: string) =>
  queryOptions({
    queryKey: ['search', q, cursor ?? ''],
    queryFn: ({ signal }) => call(searchApplications, { query: { q, cursor, size: 50 }, signal }),
    enabled: q.trim() !== '',
  })

export const findingsQuery = () =>
  queryOptions({
    queryKey: ['findings'],
    queryFn: ({ signal }) => call(listFindings, { query: { size: 100 }, signal }),
  })

export const calendarQuery = () =>
  queryOptions({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => call(listCalendar, { signal }),
  })

export const itemsQuery = () =>
  queryOptions({
    queryKey: ['items'],
    queryFn: ({ signal }) => call(listItems, { signal }),
    staleTime: HOUR,
  })

export const guideQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['guide', itemId],
    queryFn: ({ signal }) => call(getGuide, { params: { itemId }, signal }),
    staleTime: HOUR,
  })

export const noticePagesQuery = (noticeId: string) =>
  queryOptions({
    queryKey: ['notice-pages', noticeId],
    queryFn: ({ signal }) => call(noticePages, { params: { noticeId }, signal }),
    staleTime: Infinity,
  })

export const certificatePagesQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['application', applicationId, 'certificate-pages'],
    queryFn: ({ signal }) => call(certificatePages, { params: { applicationId }, signal }),
  })

export const trailQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['application', applicationId, 'trail'],
    queryFn: ({ signal }) => call(verifyTrail, { params: { applicationId }, signal }),
  })

export const sealRegisterQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ['seal-register', cursor ?? ''],
    queryFn: ({ signal }) => call(sealRegister, { query: { cursor, size: 50 }, signal }),
  })

export const sealModesQuery = () =>
  queryOptions({
    queryKey: ['seal-modes'],
    queryFn: ({ signal }) => call(listSealModes, { signal }),
  })

export const accountsQuery = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => call(listAccounts, { signal }),
  })

export const organisationsQuery = () =>
  queryOptions({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => call(listOrganisations, { signal }),
    staleTime: HOUR,
  })

export const exportCountQuery = (filters: object) =>
  queryOptions({
    queryKey: ['export-count', filters],
    queryFn: ({ signal }) => call(countExport, { query: filters, signal }),
    placeholderData: keepPreviousData,
  })
