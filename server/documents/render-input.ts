import type { CertificateDocument } from '../../domain/certificate/certificate-document.ts'
import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { SealInscription } from '../../domain/sealing/seal-inscription.ts'

type Shown = {
  /** Where the QR code leads: the verify page with the document's code. */
  readonly qrUrl: string
  readonly verifyCode: string
  /** Prints 草稿 未生效 across every page. */
  readonly draft: boolean
  /** On screen only: a PDF leaves the place to the signature. Default: faint in a draft, else none. */
  readonly sealShown?: 'none' | 'faint' | 'full'
  /** False once a real seal stands behind the provider. Default true. */
  readonly testSeal?: boolean
}

export type NoticeRenderInput = Shown & {
  readonly template: 'notice'
  readonly document: NoticeDocument
  /** 阿审受〔2026〕12号; null before one is given: its place stays blank. */
  readonly number: string | null
  /** 一式两份：申请人一份，存档一份 */
  readonly copies?: string
}

export type CertificateRenderInput = Shown & {
  readonly template: 'certificate'
  readonly document: CertificateDocument
}

export type RenderInput = NoticeRenderInput | CertificateRenderInput

/** A sheet that nobody signs or seals: a guide to take home, a form to fill in by hand. */
export type SheetInput = {
  readonly template: 'guide' | 'blank-form'
  /** What the template of that name reads. */
  readonly sheet: object
  /** Where its QR code leads. */
  readonly qrUrl: string
}

/** Asked of a typesetting process. */
export type RenderJob =
  | { readonly output: 'sheet'; readonly input: SheetInput }
  | { readonly output: 'pdf' | 'svg'; readonly input: RenderInput }
  | { readonly output: 'seal'; readonly inscription: SealInscription }
  | { readonly output: 'watermark'; readonly text: string }

export type RenderReply = {
  /** The process asks to be replaced. */
  readonly isLast: boolean
} & (
  | {
      readonly ok: true
      readonly value: Uint8Array | string[]
      readonly missing: readonly string[]
    }
  | { readonly ok: false; readonly message: string }
)
