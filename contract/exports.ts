import { z } from 'zod'
import type { ApplicationStatus } from '../domain/application/application.ts'
import { STATUS_NAME } from '../domain/application/status-names.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing } from './shared.ts'

type LodgedStatus = Exclude<ApplicationStatus, 'not-lodged'>
const LODGED = Object.keys(STATUS_NAME).filter((status) => status !== 'not-lodged')

/** Supervisors take the whole centre's list with them, a department its own: nobody else takes one. */
export const EXPORTING_ROLES = ['supervisor', 'reviewer', 'decider', 'department-head'] as const

const filters = {
  /** Days of receipt, both included. */
  receivedFrom: Day.optional(),
  receivedTo: Day.optional(),
  status: z.enum(LODGED as [LodgedStatus, ...LodgedStatus[]], '没有这种办件状态').optional(),
  departmentId: z.string().min(1).max(60).optional(),
  itemId: z.string().min(1).max(60).optional(),
}

/** How many an export would hold, counted no further than `MOST_COUNTED`. */
export const MOST_COUNTED = 100_000
export const countExport = operation({
  operationId: 'countExport',
  method: 'GET',
  path: '/api/applications/export/count',
  access: EXPORTING_ROLES,
  summary: '将要导出的办件数（至多数到 10 万）和现在能否导出',
  params: Nothing,
  query: z.strictObject(filters),
  body: NoBody,
  reply: z.strictObject({
    applications: z.int(),
    /** As many exports run already as this server makes at once. */
    busy: z.boolean(),
  }),
})

/** Everything as it stood at one moment, applicants masked as in lists. The reader's connection sets the pace. */
export const exportApplications = operation({
  operationId: 'exportApplications',
  method: 'GET',
  path: '/api/applications/export',
  access: EXPORTING_ROLES,
  summary: '导出办件清单（XLSX 或者 CSV）',
  params: Nothing,
  query: z.strictObject({ format: z.enum(['xlsx', 'csv'], '格式为 xlsx 或者 csv'), ...filters }),
  body: NoBody,
  reply: z.any(),
  answers: 'file',
})
export type ExportQuery = z.output<typeof exportApplications.query>
export type ExportFilters = Omit<ExportQuery, 'format'>
