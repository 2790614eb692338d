import { ABA_CALENDAR_DATA } from '../catalogue/aba/load-calendar.ts'
import {
  ABA_FULL_GUIDES,
  ABA_GUIDES,
  ABA_ITEMS,
  ABA_ORGANISATIONS,
} from '../catalogue/aba/load-catalogue.ts'
import { ABA_ELEMENTS, ABA_FORMS } from '../catalogue/aba/load-forms.ts'
import type { LocalDate } from '../domain/shared/ids.ts'
import type { Database } from './database/connect.ts'
import { type ReferenceSource, saveReferenceData } from './database/reference-data.ts'
import { saveShippedForms } from './forms/save-shipped-forms.ts'

/** The items of Aba with their baseline guides, and over those the whole guides there are. */
export const SHIPPED_CATALOGUE: ReferenceSource = {
  items: ABA_ITEMS,
  guides: [...ABA_GUIDES, ...ABA_FULL_GUIDES],
  organisations: ABA_ORGANISATIONS,
  calendar: ABA_CALENDAR_DATA,
}

/** The whole guides' forms take effect with them. */
export const SHIPPED_FORMS = {
  forms: ABA_FORMS,
  elements: ABA_ELEMENTS,
  effectiveOn: '2026-01-05' as LocalDate,
}

/** Brings a database what a release ships and it does not have; what was published there stays. */
export async function saveShippedCatalogue(db: Database): Promise<void> {
  await saveReferenceData(db, SHIPPED_CATALOGUE)
  await saveShippedForms(db, SHIPPED_FORMS)
}
