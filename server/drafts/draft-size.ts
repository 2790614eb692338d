import type { DraftContent } from '../../domain/drafts/draft-content.ts'
import { refuse } from '../http/refusal.ts'

/** Bytes of everything typed into one draft. */
const MOST_TYPED = 256 * 1024

export const TOO_LARGE = refuse(
  'draft-too-large',
  '填写的内容超过 256 KB，没有保存。请把长的说明做成文件上传，再精简填写的文字。',
)

export function isTooLarge(content: DraftContent): boolean {
  return Buffer.byteLength(JSON.stringify(content)) > MOST_TYPED
}
