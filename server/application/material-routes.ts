import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readMaterial, uploadMaterial } from '../../contract/applications.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { newId } from '../event-log/chain.ts'
import { answerTo } from './answer.ts'
import type { ApplicationContext } from './application-context.ts'
import { commanderOf } from './commander-of.ts'
import { handleCommand } from './handle-command.ts'
import { loadApplication } from './load-application.ts'
import { mayRead } from './read-application.ts'

const ALLOWED = ['application/pdf', 'image/jpeg', 'image/png']
const SAVE = `insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes) values ($1, $2, $3, $4, $5, $6)`
const READ = `select media_type as "mediaType", bytes from material_file where region_code = $1 and application_id = $2 and file_id = $3`

/** Files of materials: sniffed by their bytes, kept under their hash, named in the trail. */
export function materialRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: ApplicationContext,
): void {
  registerOperation(http, httpContext, uploadMaterial, async ({ params, session, request }) => {
    const { regionCode, actor } = session
    const { applicationId, number } = params
    const file = await readUpload(request)
    if ('ok' in file) return file
    const loaded = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    if (loaded.application.status === 'not-lodged')
      return refuse('application-not-found', '没有这件办件，请核对办件编号。')
    if (!mayRead({ actor }, loaded.application))
      return { ok: false, violation: { code: 'not-your-application' } }
    const fileId = newId()
    const at = context.clock(regionCode)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const described = {
      fileId,
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.length,
      sha256,
    }
    await context.db.query(SAVE, [
      regionCode,
      fileId,
      applicationId,
      Buffer.from(sha256, 'hex'),
      file.mediaType,
      file.bytes,
    ])
    const outcome = answerTo(
      await handleCommand(context, {
        regionCode,
        applicationId,
        commandId: fileId,
        expectedVersion: loaded.head.version,
        commander: commanderOf(session, request),
        command: { type: 'AttachMaterial', by: actor, at, material: number, ...described },
      }),
    )
    return outcome.ok ? { ok: true, value: { ...described, at } } : outcome
  })
  registerOperation(http, httpContext, readMaterial, async ({ params, session }) => {
    const { regionCode, actor } = session
    const { applicationId, fileId } = params
    const loaded = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    if (loaded.application.status === 'not-lodged')
      return refuse('application-not-found', '没有这件办件，请核对办件编号。')
    if (!mayRead({ actor }, loaded.application))
      return { ok: false, violation: { code: 'not-your-application' } }
    const [file] = await context.db.query<{ mediaType: string; bytes: Buffer }>(READ, [
      regionCode,
      applicationId,
      fileId,
    ])
    const name = loaded.application.files.find((known) => known.fileId === fileId)?.name
    if (file === undefined || name === undefined)
      return refuse('not-found', '没有这份文件，请刷新页面。')
    return { ok: true, raw: file.bytes, mediaType: file.mediaType, fileName: name }
  })
}

async function readUpload(request: FastifyRequest) {
  const part = await request.file()
  if (part === undefined) return refuse('file-missing', '没有收到文件，请选择要上传的文件。')
  const bytes = await part.toBuffer()
  if (bytes.length === 0)
    return refuse('file-empty', `文件“${part.filename}”是空的，请重新扫描或者选择文件。`)
  const sniffed = await fileTypeFromBuffer(bytes)
  if (part.filename.toLowerCase().endsWith('.pdf') && sniffed?.mime !== 'application/pdf')
    return refuse('file-not-a-pdf', `“${part.filename}”不是有效的 PDF 文件，请重新导出或者扫描。`)
  if (sniffed === undefined || !ALLOWED.includes(sniffed.mime))
    return refuse('file-type-not-allowed', '只接受 PDF、JPEG、PNG 文件，请转换格式后上传。')
  return { bytes, mediaType: sniffed.mime, name: part.filename.normalize('NFC').slice(0, 200) }
}
