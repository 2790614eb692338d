import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { readMaterial, uploadMaterial } from '../../contract/applications.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import type { HttpContext } from '../http/http-context.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import { uploadedFile } from '../http/uploaded-file.ts'
import { materialContent } from '../database/material-content.ts'
import { newId } from '../event-log/chain.ts'
import { answerTo } from './answer.ts'
import type { ApplicationContext } from './application-context.ts'
import { commanderOf } from './commander-of.ts'
import { handleCommand } from './handle-command.ts'
import { loadApplication } from './load-application.ts'
import {
  type Handling,
  readHandling,
  saveMaterialCheck,
  type UploadGuard,
} from './material-check.ts'
import { mayRead } from './may-read.ts'

const SAVE = `
  insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes) values ($1, $2, $3, $4, $5, $6)
  on conflict (region_code, file_id) do nothing`
const KEPT = `
  select 1 from material_file where region_code = $1 and file_id = $2 and application_id = $3 and sha256 = $4`
const WAITING = refuse('file-quarantined', '这份文件正在等待病毒查杀，查杀通过后即可打开。')
const INFECTED = refuse('file-infected', '这份文件查出病毒，已经隔离，不能打开。请申请人重新提供。')
const READ = `select media_type as "mediaType" from material_file where region_code = $1 and application_id = $2 and file_id = $3`

/** Files of materials: looked into and scanned before they are kept under their hash and named in the trail. */
export function materialRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
  guard: UploadGuard,
): void {
  registerOperation(
    http,
    httpContext,
    uploadMaterial,
    async ({ params, query, session, request }) => {
      const { regionCode, actor } = session
      const { applicationId, number } = params
      const uploaded = await uploadedFile(request)
      if (uploaded === undefined)
        return refuse('file-missing', '没有收到文件，请选择要上传的文件。')
      const { bytes } = uploaded
      const file = await guard.inspect(uploaded)
      if (!file.ok) return file
      const found = await findReadable(context, session, applicationId)
      if (!found.ok) return found
      const state =
        (await guard.examine?.({ bytes, name: file.name }, actor, applicationId)) ?? 'unscanned'
      if (typeof state === 'object') return state
      const fileId = query.fileId ?? newId()
      const at = context.clock(regionCode)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const described = {
        fileId,
        name: file.name,
        mediaType: file.mediaType,
        size: bytes.length,
        sha256,
      }
      const isOwnId = query.fileId !== undefined
      if (!(await keepBytes(context, regionCode, { applicationId, isOwnId, ...described }, bytes)))
        return refuse('command-id-reused', '这个文件标识已经用过，请刷新页面后重新上传。')
      const { saveOnly } = file
      if (saveOnly || state !== 'unscanned')
        await saveMaterialCheck(context.db, {
          regionCode,
          applicationId,
          fileId,
          state,
          saveOnly,
          by: actor,
        })
      const outcome = answerTo(
        await handleCommand(context, {
          regionCode,
          applicationId,
          commandId: fileId,
          expectedVersion: found.version,
          commander: commanderOf(session, request),
          command: { type: 'AttachMaterial', by: actor, at, material: number, ...described },
        }),
      )
      const handling = handlingOf(state, saveOnly)
      return outcome.ok ? { ok: true, value: { ...described, at, handling } } : outcome
    },
  )
  registerOperation(http, httpContext, readMaterial, async ({ params, session }) => {
    const { regionCode } = session
    const { applicationId, fileId } = params
    const found = await findReadable(context, session, applicationId)
    if (!found.ok) return found
    const handling = (await readHandling(context.db, regionCode, applicationId)).get(fileId)
    if (handling === 'waiting') return WAITING
    if (handling === 'infected') return INFECTED
    const [file] = await context.db.query<{ mediaType: string }>(READ, [
      regionCode,
      applicationId,
      fileId,
    ])
    const name = found.application.files.find((known) => known.fileId === fileId)?.name
    if (file === undefined || name === undefined)
      return refuse('not-found', '没有这份文件，请刷新页面。')
    const saveOnly = handling === 'save-only'
    return {
      ok: true,
      raw: Readable.from(materialContent(context.db, regionCode, fileId)),
      mediaType: file.mediaType,
      fileName: name,
      saveOnly,
    }
  })
}

function handlingOf(state: 'clean' | 'waiting' | 'unscanned', saveOnly: boolean): Handling {
  if (state === 'waiting') return state
  return saveOnly ? 'save-only' : 'show'
}

type KeptFile = {
  readonly applicationId: string
  readonly fileId: string
  readonly sha256: string
  readonly mediaType: string
  /** The sender made the id, and it may be another file's: what the trail names must be what is kept. */
  readonly isOwnId: boolean
}

/** False: the id is another file's. */
async function keepBytes(
  { db }: ApplicationContext,
  regionCode: number,
  { applicationId, fileId, sha256, mediaType, isOwnId }: KeptFile,
  bytes: Buffer,
): Promise<boolean> {
  const hash = Buffer.from(sha256, 'hex')
  await db.query(SAVE, [regionCode, fileId, applicationId, hash, mediaType, bytes])
  if (!isOwnId) return true
  return (await db.query(KEPT, [regionCode, fileId, applicationId, hash])).length > 0
}

type Found =
  | { readonly ok: true; readonly application: LodgedApplication; readonly version: number }
  | { readonly ok: false; readonly violation: AnyViolation }

async function findReadable(
  context: ApplicationContext,
  { regionCode, actor }: Session,
  applicationId: string,
): Promise<Found> {
  const key = { regionCode, applicationId, commandId: newId() }
  const { application, head } = await loadApplication(context.db, key)
  if (application.status === 'not-lodged')
    return refuse('application-not-found', '没有这件办件，请核对办件编号。')
  return (await mayRead(context, regionCode, actor, application))
    ? { ok: true, application, version: head.version }
    : { ok: false, violation: { code: 'not-your-application' } }
}
