import { GuideContent } from '../../../../contract/guide-schema.ts'

export type Missing = { readonly part: string; readonly sentence: string }

/** The guide as it can be sent: lines and rows that nothing was typed into are taken out. */
export function withoutEmptyLines(guide: GuideContent): GuideContent {
  return {
    ...guide,
    ...emptied(guide, ['legalBasis', 'conditions', 'prohibitions', 'rights', 'notes']),
    feeLines: guide.feeLines.filter(saysSomething),
    discretion: guide.discretion.filter(saysSomething),
    faq: guide.faq.filter(saysSomething),
    materials: guide.materials.map((material) =>
      material.fillingNotes.includes('')
        ? { ...material, fillingNotes: material.fillingNotes.filter((line) => line.trim() !== '') }
        : material,
    ),
  }
}

type Lines = 'legalBasis' | 'conditions' | 'prohibitions' | 'rights' | 'notes'

function emptied(guide: GuideContent, parts: readonly Lines[]): Partial<GuideContent> {
  return Object.fromEntries(
    parts.map((part) => [part, guide[part].filter((line) => line.trim() !== '')]),
  )
}

function saysSomething(row: Readonly<Record<string, string>>): boolean {
  return Object.values(row).some((text) => text.trim() !== '')
}

/** What keeps the draft from being saved: each place by its part, and what to write there. */
export function missingIn(guide: GuideContent): readonly Missing[] {
  const read = GuideContent.safeParse(withoutEmptyLines(guide))
  if (read.success) return []
  return read.error.issues.map(({ path, message }) => ({
    part: partOf(guide, path),
    sentence: message,
  }))
}

/** Findings and marks call a material by its number and a question by its id, the schema both by position. */
function partOf(guide: GuideContent, path: readonly PropertyKey[]): string {
  const [head = '', at, ...rest] = path.map(String)
  if (at === undefined) return head
  const name =
    head === 'materials'
      ? guide.materials[Number(at)]?.number
      : head === 'questions'
        ? guide.questions[Number(at)]?.id
        : at
  return [head, String(name ?? at), ...rest].join('.')
}
