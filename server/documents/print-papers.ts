import { NOTICE_TITLE } from '../../domain/notice/notice-titles.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import type { DocumentsContext, PaperContext } from './documents-context.ts'
import { loadCertificate } from './load-certificate.ts'
import { loadNotice } from './load-notice.ts'
import { noticeInput } from './notice-input.ts'
import type { RenderInput } from './render-input.ts'
import { certificateInput } from './sign-certificate.ts'

const NOTICES = `
  select notice_id as "noticeId", kind from notice where region_code = $1 and application_id = $2 order by seq, notice_id`

type Context = Pick<
  DocumentsContext,
  'db' | 'reference' | 'renderer' | 'seals' | 'portalUrl' | 'clock' | 'loadState'
>

/** Papers that say word for word what one before them said, but for their numbers: these are printed once. */
export type PrintedBefore = Set<string>

/**
 * Typesets every paper of an application without sealing or keeping it; answers a sentence for each that cannot be
 * printed. Behind whoever waits for a paper.
 */
export async function printPapers(
  context: Context,
  regionCode: number,
  applicationId: string,
  before: PrintedBefore,
): Promise<string[]> {
  const { db } = context
  const notices = await db.query<{ noticeId: string; kind: NoticeKind }>(NOTICES, [
    regionCode,
    applicationId,
  ])
  const faults: string[] = []
  for (const { noticeId, kind } of notices) {
    const loaded = await loadNotice(db, regionCode, noticeId)
    if (loaded === undefined || !isNew(before, kind, loaded.document)) continue
    faults.push(...(await printed(context, NOTICE_TITLE[kind], () => noticeInput(context, loaded))))
  }
  const state = await context.loadState(regionCode, applicationId)
  const paper = context as PaperContext
  const certificate = state && (await loadCertificate(paper, regionCode, applicationId, state))
  if (certificate !== undefined && isNew(before, 'certificate', certificate.document))
    faults.push(...(await printed(context, '许可证件', () => certificateInput(paper, certificate))))
  return faults
}

function isNew(before: PrintedBefore, kind: string, document: object): boolean {
  const said = `${kind} ${JSON.stringify(document).replaceAll(/[\da-f]{6,}|\d+/g, '0')}`
  if (before.has(said)) return false
  before.add(said)
  return true
}

async function printed(
  { renderer }: Context,
  title: string,
  input: () => Promise<RenderInput>,
): Promise<string[]> {
  try {
    const pdf = await renderer.pdf(await input(), 'in-turn')
    return pdf.length > 0 ? [] : [`《${title}》排版后没有内容`]
  } catch {
    // What the typesetter says is for whoever mends templates, not for who writes a guide.
    return [`《${title}》不能排版，请检查指南中的特殊字符和过长的文字`]
  }
}
