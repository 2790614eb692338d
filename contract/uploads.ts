import { z } from 'zod'
import { DraftParams } from './draft-parts.ts'
import { DraftMaterialPages, DraftPage } from './drafts.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Text } from './shared.ts'

// Files of a draft, in chunks of 4 MB that may come in any order, several at once, and again after a break. Whoever may
// write the draft may upload; a paired phone sends `x-yichuang-pairing: <code>` with every request, and reaches one material.

// How large chunks and files are: domain/upload/upload-limits.ts.
export const PAIRING_HEADER = 'x-yichuang-pairing'

const material = z.int().min(1).max(400)
const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 须为 64 位小写十六进制')
const UploadParams = DraftParams.extend({ uploadId: z.uuid() })
const MaterialParams = DraftParams.extend({ number: z.coerce.number().int().min(1).max(400) })
const uploadPath = '/api/drafts/:draftId/uploads/:uploadId' as const

export const UploadState = z.strictObject({
  uploadId: z.string(),
  state: z.enum(['receiving', 'complete', 'submitted']),
  chunkBytes: z.int(),
  chunkCount: z.int(),
  /** Chunks still to send, from 0. */
  missing: z.array(z.int()),
})
export type UploadState = z.output<typeof UploadState>

/** `uploadId` is made by the sender: the same beginning twice is one upload, answered with what is still missing. */
export const beginUpload = operation({
  operationId: 'beginUpload',
  method: 'POST',
  path: '/api/drafts/:draftId/uploads',
  access: 'public',
  summary: '开始上传一份文件（分块，可续传）',
  params: DraftParams,
  query: Nothing,
  body: z.strictObject({
    uploadId: z.uuid(),
    material,
    fileName: Text(400),
    mediaType: OptionalText(200),
    size: z.int().min(0),
  }),
  reply: UploadState,
})
/** Which chunks are still to send. */
export const readUploadState = operation({
  operationId: 'readUploadState',
  method: 'GET',
  path: uploadPath,
  access: 'public',
  summary: '查询还缺哪些分块（续传）',
  params: UploadParams,
  query: Nothing,
  body: NoBody,
  reply: UploadState,
})
/** multipart/form-data with one file: the chunk. Refused where its bytes are not those of `sha256`; sent again it is one. */
export const sendChunk = operation({
  operationId: 'sendChunk',
  method: 'PUT',
  path: `${uploadPath}/chunks/:chunk`,
  access: 'public',
  summary: '上传一个分块',
  params: UploadParams.extend({ chunk: z.coerce.number().int().min(0).max(1_000_000) }),
  query: z.strictObject({ sha256: Hash }),
  body: z.any(),
  sends: 'multipart',
  reply: z.strictObject({ chunk: z.int() }),
})
/**
 * All chunks are in: the file is put together in its order, its hash compared, and it is looked into and scanned. Sends
 * `sha256` of the whole file, or `chunksSha256`: SHA-256 over the chunks' digests (32 bytes each) in their order, which a
 * browser can reckon without the file in memory. At least one.
 */
export const completeUpload = operation({
  operationId: 'completeUpload',
  method: 'POST',
  path: `${uploadPath}/complete`,
  access: 'public',
  summary: '完成上传（核对哈希，检查内容）',
  params: UploadParams,
  query: Nothing,
  body: z.strictObject({ sha256: Hash.optional(), chunksSha256: Hash.optional() }),
  reply: DraftPage,
})
export const deleteUpload = operation({
  operationId: 'deleteUpload',
  method: 'DELETE',
  path: uploadPath,
  access: 'public',
  summary: '删除一份文件',
  params: UploadParams,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
export const readUpload = operation({
  operationId: 'readUpload',
  method: 'GET',
  path: `${uploadPath}/file`,
  access: 'public',
  summary: '预览一份文件',
  params: UploadParams,
  query: Nothing,
  body: NoBody,
  reply: z.any(),
  answers: 'file',
})
/** What is there now; asked again and again it shows what the phone sends. `since`: answers `pages: null` while nothing moved. */
export const readPages = operation({
  operationId: 'readPages',
  method: 'GET',
  path: '/api/drafts/:draftId/pages',
  access: 'public',
  summary: '各项材料的文件',
  params: DraftParams,
  query: z.strictObject({ since: z.coerce.number().int().min(0).optional() }),
  body: NoBody,
  reply: z.strictObject({
    pagesVersion: z.int(),
    pages: z.array(DraftMaterialPages).nullable(),
    quota: z.strictObject({ used: z.int(), limit: z.int() }),
  }),
})
/** Every page of the material, each once, in the order wished. */
export const orderPages = operation({
  operationId: 'orderPages',
  method: 'PUT',
  path: '/api/drafts/:draftId/materials/:number/pages',
  access: 'public',
  summary: '调整材料页序',
  params: MaterialParams,
  query: Nothing,
  body: z.strictObject({ uploadIds: z.array(z.uuid()).max(400) }),
  reply: z.strictObject({ pagesVersion: z.int() }),
})

/** A one-time link for a phone: ten minutes, this draft, this material. */
export const pairPhone = operation({
  operationId: 'pairPhone',
  method: 'POST',
  path: '/api/drafts/:draftId/materials/:number/pairings',
  access: 'public',
  summary: '用手机扫描（生成二维码）',
  params: MaterialParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    code: z.string(),
    /** `https://…/scan#code`: what stands behind the # is never sent to a server, and so in no log. */
    url: z.string(),
    /** The link as a QR code, SVG. */
    qr: z.string(),
    expiresAt: z.string(),
  }),
})
/** The phone's page, by the header `x-yichuang-pairing`. `pairing-expired` after ten minutes. */
export const readPairing = operation({
  operationId: 'readPairing',
  method: 'GET',
  path: '/api/pairing',
  access: 'public',
  summary: '手机扫描：要拍的是哪项材料',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    draftId: z.string(),
    material: z.int(),
    itemName: z.string(),
    materialName: z.string(),
    standard: z.string(),
    expiresAt: z.string(),
    pages: z.array(DraftPage),
  }),
})

/** What was issued to or verified of this applicant before, and serves this material again. */
export const ReusableMaterial = z.strictObject({
  material: z.int(),
  trust: z.enum(['A', 'B']),
  sourceApplicationId: z.string(),
  sourceNumber: z.string(),
  /** The file of that application; null: the certificate issued in it. */
  sourceFileId: z.string().nullable(),
  name: z.string(),
  verifiedOn: Day,
  /** Serves until that day; null: as long as it is in force. */
  freshUntil: Day.nullable(),
  /** Bytes; null for a certificate. */
  size: z.int().nullable(),
})
export const listReusable = operation({
  operationId: 'listReusable',
  method: 'GET',
  path: '/api/drafts/:draftId/reusable',
  access: ['applicant'],
  summary: '以前核验过、可以再用的材料',
  params: DraftParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ materials: z.array(ReusableMaterial) }),
})
export const reuseMaterial = operation({
  operationId: 'reuseMaterial',
  method: 'POST',
  path: '/api/drafts/:draftId/materials/:number/reuse',
  access: ['applicant'],
  summary: '同意再用一份材料',
  params: MaterialParams,
  query: Nothing,
  body: z.strictObject({
    /** Made by the sender: the same consent twice is one page. */
    uploadId: z.uuid(),
    sourceApplicationId: z.uuid(),
    sourceFileId: z.uuid().nullable(),
    /** 本人同意再次使用: recorded with the moment. */
    consent: z.literal(true, '请先勾选同意，再使用以前核验过的材料'),
  }),
  reply: DraftPage,
})

/** For who handles the application: the trust grade of each file, and where it came from. */
export const readMaterialTrust = operation({
  operationId: 'readMaterialTrust',
  method: 'GET',
  path: '/api/applications/:applicationId/material-trust',
  access: 'signed-in',
  summary: '材料可信等级与来源',
  params: z.strictObject({ applicationId: z.uuid() }),
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    files: z.array(
      z.strictObject({
        fileId: z.string(),
        trust: z.enum(['A', 'B', 'C', 'D']),
        trustName: z.string(),
        via: z.enum(['device', 'phone', 'reused', 'certificate']),
        sourceNumber: z.string().nullable(),
        verifiedOn: Day.nullable(),
        freshUntil: Day.nullable(),
        consentedAt: z.string().nullable(),
      }),
    ),
  }),
})
