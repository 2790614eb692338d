import type { NoticeBlock, NoticeDocument } from './notice.ts'

// The database gives these only when the text is already made: until then a token holds the place.
export const APPLICATION_NUMBER_TOKEN = '⟦办件编号⟧'
export const DOCUMENT_NUMBER_TOKEN = '⟦文号⟧'
export const QUERY_CODE_TOKEN = '⟦查询密码⟧'
/** The number of the decision that a letter, a receipt or a copy refers to. */
export const DECISION_NUMBER_TOKEN = '⟦决定书文号⟧'

export type TokenValues = {
  /** 513200-20260302-000001 */
  readonly applicationNumber: string
  /** The document's own number: 阿审受〔2026〕12号 */
  readonly documentNumber: string
  /** null where only its hash is kept: the text then points to the receipt slip. */
  readonly queryCode: string | null
  /** Absent where it is not looked up: the text then points to the decision itself. */
  readonly decisionNumber?: string | null
}

/** Puts the values in every text of the document. One pass: a value is never read as a token. */
export function fillTokens(document: NoticeDocument, values: TokenValues): NoticeDocument {
  const fill = fillerOf(values)
  return {
    ...document,
    title: fill(document.title),
    numberPrefix: fill(document.numberPrefix),
    issuer: fill(document.issuer),
    addressee: fill(document.addressee),
    body: document.body.map((block) => fillBlock(block, fill)),
    footnotes: document.footnotes.map(fill),
  }
}

type Fill = (text: string) => string

function fillerOf(values: TokenValues): Fill {
  const byToken: Readonly<Record<string, string>> = {
    [APPLICATION_NUMBER_TOKEN]: values.applicationNumber,
    [DOCUMENT_NUMBER_TOKEN]: values.documentNumber,
    [QUERY_CODE_TOKEN]: values.queryCode ?? '（见收件凭证）',
    [DECISION_NUMBER_TOKEN]: values.decisionNumber ?? '文号见决定书',
  }
  const anyToken = new RegExp(Object.keys(byToken).join('|'), 'g')
  return (text) =>
    text.includes('⟦') ? text.replaceAll(anyToken, (token) => byToken[token] ?? token) : text
}

function fillBlock(block: NoticeBlock, fill: Fill): NoticeBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: fill(block.text) }
    case 'numbered':
      return { ...block, items: block.items.map(fill) }
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(([label, value]) => [fill(label), fill(value)] as const),
      }
    case 'table':
      return {
        ...block,
        columns: block.columns.map(fill),
        rows: block.rows.map((row) => row.map(fill)),
      }
    case 'sign-here':
      return { ...block, labels: block.labels.map(fill) }
  }
}
