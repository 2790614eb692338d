import { expect, test } from 'vitest'
import { words as offline } from '../offline/words.bo.ts'
import { words as ticket } from '../ticket/words.bo.ts'
import { draftMarked } from './draft-marked.ts'

const paper = (keep: string) => ({
  heading: ticket.hall,
  number: 'A012',
  lines: [ticket.ahead(3)],
  notes: [keep],
  qr: null,
})

test.each([ticket.keep, offline.keep])(
  'a ticket in Tibetan says at its foot that the Tibetan is a draft: %s',
  (keep) => {
    expect(draftMarked(paper(keep), 'bo').notes).toEqual([keep, '藏文为草稿，待母语审校'])
  },
)

test('a ticket in Chinese or English says nothing of drafts', () => {
  expect(draftMarked(paper('保管好号票'), 'zh').notes).toEqual(['保管好号票'])
  expect(draftMarked(paper('Keep it'), 'en').notes).toEqual(['Keep it'])
})
