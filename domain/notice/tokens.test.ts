import { describe, expect, test } from 'vitest'
import type { NoticeBlock, NoticeDocument } from './notice.ts'
import {
  APPLICATION_NUMBER_TOKEN,
  DECISION_NUMBER_TOKEN,
  DOCUMENT_NUMBER_TOKEN,
  fillTokens,
  QUERY_CODE_TOKEN,
} from './tokens.ts'

const ALL = `${APPLICATION_NUMBER_TOKEN}${DOCUMENT_NUMBER_TOKEN}${QUERY_CODE_TOKEN}${DECISION_NUMBER_TOKEN}`
const BLOCKS: readonly NoticeBlock[] = [
  { kind: 'paragraph', text: ALL },
  { kind: 'heading', text: ALL },
  { kind: 'numbered', items: [ALL] },
  { kind: 'facts', rows: [[ALL, ALL]] },
  { kind: 'table', columns: [ALL], rows: [[ALL]] },
  { kind: 'sign-here', labels: [ALL] },
]
const DOCUMENT: NoticeDocument = {
  kind: 'receipt-slip',
  title: ALL,
  layout: 'slip',
  numberPrefix: ALL,
  issuer: ALL,
  addressee: ALL,
  body: BLOCKS,
  dated: '2026-03-02' as NoticeDocument['dated'],
  seal: 'acceptance-seal',
  footnotes: [ALL],
}
const VALUES = {
  applicationNumber: '513200-20260302-000001',
  documentNumber: '阿审收〔2026〕1号',
  queryCode: 'K7Q2M9',
}

describe('filling the tokens', () => {
  test('every text of every kind of block is filled, and nothing else changes', () => {
    const filled = fillTokens(DOCUMENT, { ...VALUES, decisionNumber: '阿文旅许准〔2026〕3号' })
    const text = '513200-20260302-000001阿审收〔2026〕1号K7Q2M9阿文旅许准〔2026〕3号'
    expect(JSON.stringify(filled)).toBe(JSON.stringify(DOCUMENT).replaceAll(ALL, text))
  })

  test('a query code that is not known and a decision that is not looked up leave a pointer, no token', () => {
    const filled = fillTokens(DOCUMENT, { ...VALUES, queryCode: null })
    expect(JSON.stringify(filled)).not.toMatch(/[⟦⟧]/)
    expect(filled.title).toContain('（见收件凭证）文号见决定书')
  })

  test('a value that looks like a token or a replacement pattern is printed as it is', () => {
    const filled = fillTokens(DOCUMENT, { ...VALUES, applicationNumber: `$&${QUERY_CODE_TOKEN}` })
    expect(filled.title.startsWith(`$&${QUERY_CODE_TOKEN}阿审收`)).toBe(true)
  })
})
