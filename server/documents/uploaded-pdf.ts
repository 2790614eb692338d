import type { FastifyRequest } from 'fastify'
import { refuse } from '../http/refusal.ts'
import type { Answer } from '../http/register-operation.ts'
import { uploadedFile } from '../http/uploaded-file.ts'

type Refused = Extract<Answer<never>, { ok: false }>
export type UploadedPdf = { readonly ok: true; readonly pdf: Buffer } | Refused

/** The one file of the form. Over 50 MB the upload itself is refused (file-too-large). */
export async function uploadedPdf(request: FastifyRequest): Promise<UploadedPdf> {
  const file = request.isMultipart() ? await uploadedFile(request) : undefined
  if (file === undefined) return refuse('file-missing', '没有收到文件，请选择要核验的 PDF 文件。')
  const { bytes: pdf } = file
  if (pdf.length === 0) return refuse('file-empty', '文件是空的，请重新选择收到的 PDF 原文件。')
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return refuse('file-not-a-pdf', '这不是 PDF 文件，请上传收到的 PDF 原文件，不要上传照片。')
  return { ok: true, pdf }
}
