import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { DocumentsContext } from './documents-context.ts'
import type { LoadedNotice } from './load-notice.ts'
import type { NoticeRenderInput } from './render-input.ts'
import { isTestSeal } from './test-seal.ts'
import { draftVerifyLink, verifyLink } from './verify-link.ts'

type Context = Pick<DocumentsContext, 'portalUrl' | 'seals'>

/** An official paper is made twice: one goes to the applicant, one stays in the file. */
const COPIES = '一式两份：申请人一份，存档一份'

export async function noticeInput(
  { portalUrl, seals }: Context,
  { document, number, verifyCode }: LoadedNotice,
): Promise<NoticeRenderInput> {
  return {
    template: 'notice',
    document,
    number,
    ...verifyLink(portalUrl, verifyCode),
    ...copiesOf(document),
    draft: false,
    testSeal: await isTestSeal(seals, document.seal),
  }
}

/** As it would look, before the act: number blank, seal faint, 草稿 across the page. */
export async function draftNoticeInput(
  { portalUrl, seals }: Context,
  document: NoticeDocument,
): Promise<NoticeRenderInput> {
  return {
    template: 'notice',
    document,
    number: null,
    ...draftVerifyLink(portalUrl),
    ...copiesOf(document),
    draft: true,
    sealShown: 'faint',
    testSeal: await isTestSeal(seals, document.seal),
  }
}

function copiesOf({ layout }: NoticeDocument): { readonly copies?: string } {
  return layout === 'official' ? { copies: COPIES } : {}
}
