import type { FastifyRequest } from 'fastify'
import { FILE_TOO_LARGE, refusalOfError } from './refusal-of-error.ts'
import { RequestRefused } from './refusal.ts'

export type UploadedFile = {
  readonly bytes: Buffer
  readonly fileName: string
  readonly declaredType: string
}

/**
 * The one file of a form; undefined: there is none. A form that breaks off, or is none, is the sender's fault whatever the
 * parser throws: this is all it runs on.
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile | undefined> {
  try {
    const part = await request.file()
    if (part === undefined) return undefined
    const tooLarge = new RequestRefused(FILE_TOO_LARGE)
    // What comes after the limit is neither kept nor read to its end.
    part.file.once('limit', () => part.file.destroy(tooLarge))
    const bytes = await part.toBuffer()
    // The parser cuts a file off at the limit and may hand over what came before as if it were whole.
    if (part.file.truncated) throw tooLarge
    return { bytes, fileName: part.filename, declaredType: part.mimetype }
  } catch (error) {
    if (refusalOfError(error)) throw error
    throw new RequestRefused({
      code: 'malformed-request',
      sentence: '上传的表单有误，文件没有收全。请重新选择文件后上传。',
    })
  }
}
