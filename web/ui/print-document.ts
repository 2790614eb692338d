import { certificatePages, noticePages } from '../../contract/documents.ts'
import { call } from '../api/call.ts'
import { styleNonce } from './style-nonce.ts'

export type PrintedDocument =
  | { readonly kind: 'notice'; readonly noticeId: string }
  /** Several at once, one job of the printer. */
  | { readonly kind: 'notices'; readonly noticeIds: readonly string[] }
  | { readonly kind: 'certificate'; readonly applicationId: string }

/**
 * Sends the pages of an issued document to the printer without leaving the page. They are the PDF's own pages: a hall
 * computer without a PDF viewer prints them all the same. Throws ApiProblem when they cannot be read.
 */
export async function printDocument(document: PrintedDocument): Promise<void> {
  await printPages(await pagesOf(document))
}

async function pagesOf(document: PrintedDocument): Promise<readonly string[]> {
  switch (document.kind) {
    case 'notice':
      return (await call(noticePages, { params: { noticeId: document.noticeId } })).pages
    case 'notices': {
      const each = document.noticeIds.map((noticeId) => call(noticePages, { params: { noticeId } }))
      return (await Promise.all(each)).flatMap(({ pages }) => pages)
    }
    case 'certificate':
      return (await call(certificatePages, { params: { applicationId: document.applicationId } }))
        .pages
  }
}

async function printPages(pages: readonly string[]): Promise<void> {
  window.document.querySelector('iframe[data-print]')?.remove()
  const frame = window.document.createElement('iframe')
  frame.dataset['print'] = ''
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0'
  window.document.body.append(frame)
  const paper = frame.contentDocument
  if (paper === null) return
  const style = paper.createElement('style')
  style.nonce = styleNonce()
  style.textContent = `@page{size:A4 ${isWide(pages[0]) ? 'landscape' : 'portrait'};margin:0}body{margin:0}img{display:block;width:100%;break-after:page}`
  paper.head.append(style)
  const images = pages.map((page) => {
    const image = paper.createElement('img')
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`
    return image
  })
  paper.body.append(...images)
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
  frame.contentWindow?.focus()
  frame.contentWindow?.print()
}

/** Certificates lie on their side. */
function isWide(page: string | undefined): boolean {
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(page ?? '') ?? []
  return Number(width) > Number(height)
}
