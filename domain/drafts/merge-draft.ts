import type { DraftContent } from './draft-content.ts'

type Patched<Entry> = Readonly<Record<string, Entry | null>> | undefined

/** What one save carries: a key set to null is taken out. */
export type DraftChanges = {
  readonly situation?: Patched<DraftContent['situation'][string]>
  readonly answers?: Patched<DraftContent['answers'][string]>
  readonly applicant?: DraftContent['applicant'] | undefined
  readonly mandateId?: string | null | undefined
  readonly materials?: Patched<DraftContent['materials'][string]>
  readonly step?: string | undefined
}

/** The draft with one save in it. */
export function mergeDraft(content: DraftContent, changes: DraftChanges): DraftContent {
  return {
    situation: merged(content.situation, changes.situation),
    answers: merged(content.answers, changes.answers),
    applicant: changes.applicant ?? content.applicant,
    mandateId: changes.mandateId === undefined ? content.mandateId : changes.mandateId,
    materials: merged(content.materials, changes.materials),
    step: changes.step ?? content.step,
  }
}

function merged<Entry>(
  entries: Readonly<Record<string, Entry>>,
  changes: Patched<Entry>,
): Readonly<Record<string, Entry>> {
  if (changes === undefined) return entries
  const kept = new Map(Object.entries(entries))
  for (const [key, entry] of Object.entries(changes))
    if (entry === null) kept.delete(key)
    else kept.set(key, entry)
  return Object.fromEntries(kept)
}
