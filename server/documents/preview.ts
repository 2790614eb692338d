import { fillTokens } from '../../domain/notice/tokens.ts'
import type { NoticeDocument, NoticeKind } from '../../domain/notice/notice.ts'
import type { PaperContext } from './documents-context.ts'
import { draftNoticeInput } from './notice-input.ts'

export type Draft = {
  readonly kind: NoticeKind
  readonly title: string
  /** One SVG a page. */
  readonly pages: string[]
}

const GIVEN_ON_ISSUE = '（签发时生成）'

/** What an act would put on paper: nothing is numbered, signed or stored. */
export async function renderDrafts(
  context: Pick<PaperContext, 'renderer' | 'portalUrl' | 'seals'>,
  notices: readonly { readonly document: NoticeDocument; readonly applicationNumber?: string }[],
): Promise<Draft[]> {
  return Promise.all(
    notices.map(async ({ document, applicationNumber = GIVEN_ON_ISSUE }) => {
      const filled = fillTokens(document, {
        applicationNumber,
        documentNumber: GIVEN_ON_ISSUE,
        queryCode: GIVEN_ON_ISSUE,
      })
      const pages = await context.renderer.svg(await draftNoticeInput(context, filled))
      return { kind: document.kind, title: document.title, pages }
    }),
  )
}
