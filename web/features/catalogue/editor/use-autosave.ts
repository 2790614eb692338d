import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { meQuery } from '../../../api/queries.ts'
import { findDraft, forgetDraft, keepDraft } from '../../../ui/kept-drafts.ts'
import { createDraftSaver, type Saved, type Saver } from './draft-saver.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import { mergeDrafts, same } from './merge-drafts.ts'

export type Editing<Content> = {
  readonly store: DraftStore<Content>
  readonly saver: Saver<Content>
}

export type Autosaved<Content> = {
  /** Under which it is kept in this tab. */
  readonly name: string
  readonly start: Saved<Content>
  /** What can be sent; null where something that must be there is missing. */
  readonly sendable: (content: Content) => Content | null
  readonly send: (
    content: Content,
    expectedVersion: number,
    commandId: string,
  ) => Promise<Saved<Content>>
  readonly read: () => Promise<Saved<Content>>
}

/** Milliseconds of quiet after which what was typed is sent. */
const QUIET = 1_200
/** Milliseconds after which it is kept in this tab, in case that it cannot be sent. */
const KEPT_AFTER = 300

type Kept<Content> = { readonly base: Saved<Content>; readonly mine: Content }

/**
 * A draft as it is being edited: saved as typed, kept in this tab until it is, put together with what others wrote.
 * Begins with `start` and stays with it: another draft needs another key.
 */
export function useAutosave<Content>(autosaved: Autosaved<Content>): Editing<Content> {
  const accountId = useQuery(meQuery()).data?.accountId ?? ''
  const [editing] = useState(() => begin(autosaved, accountId))
  const { store, saver } = editing
  const { name } = autosaved
  useEffect(() => {
    let sending: ReturnType<typeof setTimeout> | undefined
    let keeping: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      const kept: Kept<Content> = { base: saver.base(), mine: store.get() }
      if (same(kept.mine, kept.base.content)) forgetDraft(sessionStorage, accountId, name)
      else keepDraft(sessionStorage, accountId, name, kept)
    }
    const later = () => {
      saver.noteChange()
      clearTimeout(sending)
      clearTimeout(keeping)
      sending = setTimeout(() => void saver.save().then(keep), QUIET)
      keeping = setTimeout(keep, KEPT_AFTER)
    }
    const leave = store.subscribe(later)
    if (!same(store.get(), saver.base().content)) later()
    return () => {
      leave()
      clearTimeout(sending)
      clearTimeout(keeping)
      keep()
      if (saver.state().phase === 'changed') void saver.save().then(keep)
    }
  }, [accountId, name, saver, store])
  const { start } = autosaved
  useEffect(() => saver.hear(start), [saver, start])
  useWarningOnLeave(saver)
  return editing
}

function begin<Content>(autosaved: Autosaved<Content>, accountId: string): Editing<Content> {
  const { start } = autosaved
  const isKept = (value: unknown): value is Kept<Content> =>
    typeof value === 'object' && value !== null && 'mine' in value && 'base' in value
  const kept = findDraft(sessionStorage, accountId, autosaved.name, isKept)
  const store = createDraftStore(
    kept === undefined
      ? start.content
      : mergeDrafts(kept.base.content, kept.mine, start.content).content,
  )
  let attempt: { readonly of: string; readonly id: string } | null = null
  const saver = createDraftSaver(start, {
    get: store.get,
    put: store.replace,
    setAt: store.set,
    sendable: autosaved.sendable,
    send: (content, expectedVersion) => {
      // The same text on the same version is the same command, however often no answer came.
      const of = `${expectedVersion}:${JSON.stringify(content)}`
      if (attempt?.of !== of) attempt = { of, id: uuidv7() }
      return autosaved.send(content, expectedVersion, attempt.id)
    },
    read: autosaved.read,
  })
  return { store, saver }
}

function useWarningOnLeave<Content>(saver: Saver<Content>): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (['changed', 'saving', 'failed', 'held'].includes(saver.state().phase))
        event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [saver])
}
