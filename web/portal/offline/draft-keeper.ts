import type { DraftPatch, DraftView } from '../../../contract/drafts.ts'
import type { DraftContent } from '../../../domain/drafts/draft-content.ts'
import type { FormAnswers } from '../../../domain/form/form-definition.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../api/api-problem.ts'
import { isAllSent, type KeptDraft } from './kept-draft.ts'
import {
  applied,
  conflictsOf,
  joinPatches,
  patchFor,
  patchOf,
  withoutConflicts,
  type Conflict,
} from './merge-drafts.ts'

export type DraftWire = {
  readonly start: (
    draft: Pick<KeptDraft, 'draftId' | 'itemId'>,
    content: DraftPatch,
  ) => Promise<DraftView>
  readonly save: (
    draftId: string,
    save: { readonly saveId: string; readonly expectedVersion: number; readonly patch: DraftPatch },
  ) => Promise<{ readonly version: number; readonly savedAt: string }>
  readonly read: (draftId: string) => Promise<DraftView>
}

export type KeeperState = {
  readonly draft: KeptDraft
  readonly isSaving: boolean
  /** Why the server does not have it all: no network, or its refusal. */
  readonly problem: ApiProblem | null
}

export type DraftKeeper = {
  readonly state: () => KeeperState
  readonly subscribe: (listen: () => void) => () => void
  /** Kept on this device at once, sent a moment later. */
  readonly change: (patch: DraftPatch) => void
  readonly update: (part: Partial<KeptDraft>) => void
  /** Sends what is not sent. Resolves when the server has it, or has not answered. */
  readonly flush: () => Promise<void>
  /** What the server has, read when the page opened or another device moved on. */
  readonly adopt: (view: DraftView) => void
  readonly choose: (conflict: Conflict, side: 'mine' | 'theirs') => void
  readonly close: () => void
}

/** Milliseconds without a keystroke before what was typed is sent. */
const PAUSE = 700
/** Milliseconds until an unanswered save is sent again. */
const AGAIN = 8_000

/** Keeps one draft: here first, then at the server, in order, one save at a time. */
export function keepDraft(options: {
  readonly draft: KeptDraft
  readonly wire: DraftWire
  readonly put: (draft: KeptDraft) => void
  readonly newId: () => string
}): DraftKeeper {
  const { wire, put, newId } = options
  const listeners = new Set<() => void>()
  let state: KeeperState = { draft: options.draft, isSaving: false, problem: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isClosed = false

  const set = (next: Partial<KeeperState>) => {
    state = { ...state, ...next }
    for (const listen of listeners) listen()
  }
  const update = (part: Partial<KeptDraft>) => {
    const draft = { ...state.draft, ...part }
    put(draft)
    set({ draft })
  }
  const later = (pause: number) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void flush(), pause)
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }
  const sendAll = async () => {
    set({ isSaving: true })
    // Changes may come while one is under way; each is sent, then the next.
    while (!isClosed && hasToSend(state.draft)) if (!(await sendOnce())) break
    set({ isSaving: false })
  }
  const sendOnce = async (): Promise<boolean> => {
    const sending = state.draft.sending ?? { saveId: newId(), patch: state.draft.pending }
    if (state.draft.sending === null) update({ sending, pending: {} })
    try {
      await send(sending)
      set({ problem: null })
      return true
    } catch (error) {
      return await refused(asApiProblem(error), sending.patch)
    }
  }
  const send = async ({ saveId, patch }: NonNullable<KeptDraft['sending']>) => {
    const { draftId, version, base } = state.draft
    if (version === 0) {
      const view = await wire.start(state.draft, joinPatches(patchOf(base), patch))
      update({ version: view.version, base: contentOf(view), sending: null, savedAt: view.savedAt })
      return
    }
    const saved = await wire.save(draftId, { saveId, expectedVersion: version, patch })
    update({ ...saved, base: applied(base, patch), sending: null })
  }
  const refused = async (problem: ApiProblem, patch: DraftPatch): Promise<boolean> => {
    if (isUnanswered(problem)) {
      set({ problem })
      later(AGAIN)
      return false
    }
    update({ sending: null, pending: joinPatches(patch, state.draft.pending) })
    if (problem.code === 'changed-meanwhile')
      try {
        adopt(await wire.read(state.draft.draftId))
        return true
      } catch (error) {
        set({ problem: asApiProblem(error) })
        return false
      }
    set({ problem })
    return false
  }
  const adopt = (view: DraftView) => {
    const { base, pending, sending, conflicts, version } = state.draft
    if (sending !== null || view.version < version) return
    const theirs = contentOf(view)
    const met = version === 0 ? [] : conflictsOf(base, theirs, pending)
    const rest = withoutConflicts(pending, met)
    const open = [
      ...conflicts.filter((one) => !met.some((other) => isSameField(one, other))),
      ...met,
    ]
    update({
      version: view.version,
      base: theirs,
      content: open.reduce(
        (content, conflict) => applied(content, patchFor(conflict, 'mine')),
        applied(theirs, rest),
      ),
      pending: rest,
      savedAt: view.savedAt,
      conflicts: open,
    })
  }
  const change = (patch: DraftPatch) => {
    const { content, pending, conflicts } = state.draft
    update({
      content: applied(content, patch),
      pending: joinPatches(pending, patch),
      // Typed anew is chosen.
      conflicts: conflicts.filter((conflict) => !touches(patch, conflict)),
    })
    later(PAUSE)
  }
  const choose = (conflict: Conflict, side: 'mine' | 'theirs') => {
    if (side === 'mine') return change(patchFor(conflict, 'mine'))
    update({
      content: applied(state.draft.content, patchFor(conflict, 'theirs')),
      conflicts: state.draft.conflicts.filter((one) => !isSameField(one, conflict)),
    })
  }
  return {
    state: () => state,
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    change,
    update,
    flush,
    adopt,
    choose,
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** A draft that this device begins. */
export function newDraft(
  draftId: string,
  itemId: string,
  accountId: string | null,
  empty: DraftContent,
): KeptDraft {
  return {
    draftId,
    itemId,
    version: 0,
    base: empty,
    content: empty,
    pending: {},
    sending: null,
    savedAt: null,
    accountId,
    conflicts: [],
    submission: null,
    submitted: null,
  }
}

export function contentOf(view: DraftView): DraftContent {
  const { situation, answers, applicant, mandateId, materials, step } = view
  return { situation, answers: answers as FormAnswers, applicant, mandateId, materials, step }
}

/** A page only looked at is not worth a draft at the server: its place travels with the next change. */
function hasToSend(draft: KeptDraft): boolean {
  if (draft.sending !== null) return true
  const parts = Object.keys(draft.pending).filter((part) => part !== 'step' || draft.version > 0)
  return parts.length > 0 && !isAllSent({ ...draft, conflicts: [] })
}

function isSameField(one: Conflict, other: Conflict): boolean {
  return one.part === other.part && one.key === other.key
}

function touches(patch: DraftPatch, { part, key }: Conflict): boolean {
  if (part === 'applicant' || part === 'mandateId') return patch[part] !== undefined
  return Object.hasOwn(patch[part] ?? {}, key)
}
