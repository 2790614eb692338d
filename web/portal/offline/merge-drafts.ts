import type { DraftPatch } from '../../../contract/drafts.ts'
import type { DraftContent } from '../../../domain/drafts/draft-content.ts'
import { mergeDraft } from '../../../domain/drafts/merge-draft.ts'

/** One thing that was changed here and, differently, on another device. */
export type Conflict = {
  readonly part: 'situation' | 'answers' | 'materials' | 'applicant' | 'mandateId'
  /** Question, element or material; empty for `applicant` and `mandateId`. */
  readonly key: string
  /** As values of a patch. */
  readonly mine: unknown
  readonly theirs: unknown
}

const KEYED = ['situation', 'answers', 'materials'] as const

/** Two changes as one: the later wins. */
export function joinPatches(earlier: DraftPatch, later: DraftPatch): DraftPatch {
  const joined: Record<string, unknown> = { ...earlier, ...later }
  for (const part of KEYED)
    if (earlier[part] !== undefined || later[part] !== undefined)
      joined[part] = { ...earlier[part], ...later[part] }
  return joined as DraftPatch
}

/** The whole draft as the change that makes it from nothing. */
export function patchOf(content: DraftContent): DraftPatch {
  const { situation, answers, materials, applicant, mandateId, step } = content
  return {
    situation: { ...situation },
    answers: { ...answers } as NonNullable<DraftPatch['answers']>,
    materials: { ...materials },
    applicant: { ...applicant },
    mandateId,
    step,
  }
}

/** What of my change meets a change made elsewhere since `base`. Where both say the same, nothing does. */
export function conflictsOf(
  base: DraftContent,
  theirs: DraftContent,
  patch: DraftPatch,
): readonly Conflict[] {
  const keyed = KEYED.flatMap((part) =>
    entriesOf(patch[part]).map(([key, mine]) => ({
      part,
      key,
      mine,
      theirs: theirs[part][key] ?? null,
      before: base[part][key] ?? null,
    })),
  )
  const whole = (['applicant', 'mandateId'] as const)
    .filter((part) => patch[part] !== undefined)
    .map((part) => ({
      part,
      key: '',
      mine: patch[part],
      theirs: theirs[part],
      before: base[part],
    }))
  return [...keyed, ...whole]
    .filter((one) => !same(one.theirs, one.before) && !same(one.theirs, one.mine))
    .map(({ part, key, mine, theirs: other }) => ({ part, key, mine, theirs: other }))
}

/** My change without what is still to be chosen. */
export function withoutConflicts(patch: DraftPatch, conflicts: readonly Conflict[]): DraftPatch {
  const kept = entriesOf(patch).flatMap(([part, value]): [string, unknown][] => {
    const open = new Set(conflicts.filter((one) => one.part === part).map(({ key }) => key))
    if (open.size === 0) return [[part, value]]
    if (part === 'applicant' || part === 'mandateId') return []
    const entries = entriesOf(value).filter(([key]) => !open.has(key))
    return entries.length === 0 ? [] : [[part, Object.fromEntries(entries)]]
  })
  return Object.fromEntries(kept) as DraftPatch
}

/** One side of a conflict as a change. */
export function patchFor({ part, key, ...sides }: Conflict, side: 'mine' | 'theirs'): DraftPatch {
  const value = sides[side]
  const isWhole = part === 'applicant' || part === 'mandateId'
  return (isWhole ? { [part]: value } : { [part]: { [key]: value } }) as DraftPatch
}

export function applied(content: DraftContent, patch: DraftPatch): DraftContent {
  return mergeDraft(content, patch)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
