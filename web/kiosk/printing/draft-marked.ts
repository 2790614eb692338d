import type { TicketToPrint } from '../../api/devices/print-ticket.ts'
import { PAPER_DRAFT, type Language } from '../../portal/words/language.ts'

/** A ticket in a language that no native speaker has read yet says so as its last line: paper has no shell around it. */
export function draftMarked(paper: TicketToPrint, language: Language): TicketToPrint {
  const mark = PAPER_DRAFT[language]
  return mark === undefined ? paper : { ...paper, notes: [...paper.notes, mark] }
}
