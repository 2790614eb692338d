import type { LegalDocument } from '../../../contract/item-schema.ts'
import { longDate } from '../../ui/dates.ts'

/** The document that a change rests on, or that there is none. */
export function DocumentWords({ document }: { document: LegalDocument | null }) {
  if (document === null) return null
  return (
    <p className="sec">
      依据：《{document.name}》{document.number}，{longDate(document.issuedOn)}
    </p>
  )
}
