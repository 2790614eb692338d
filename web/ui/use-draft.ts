import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { meQuery } from '../api/queries.ts'
import { findDraft, forgetDraft, forgetDrafts, keepDraft } from './kept-drafts.ts'

export type Draft<Value> = {
  readonly value: Value
  readonly set: (change: Value | ((before: Value) => Value)) => void
  /** After the act: the next person begins with an empty form. */
  readonly clear: () => void
}

/** State of a form that survives a reload, for this person in this tab. `name` changes with what is worked on. */
export function useDraft<Value>(
  name: string,
  initial: () => Value,
  isDraft: (value: unknown) => value is Value,
): Draft<Value> {
  const accountId = useQuery(meQuery()).data?.accountId ?? ''
  const place = `${accountId}/${name}`
  const load = () => findDraft(sessionStorage, accountId, name, isDraft) ?? initial()
  const [state, setState] = useState(() => ({ place, value: load(), touched: false }))
  // Another application was opened in the same form: its own draft, in the same render.
  const current = state.place === place ? state : { place, value: load(), touched: false }
  if (current !== state) setState(current)
  const now = useRef(current)
  useEffect(() => {
    now.current = current
  })

  useEffect(() => forgetDrafts(sessionStorage, accountId), [accountId])
  useEffect(() => {
    if (current.touched) keepDraft(sessionStorage, accountId, name, current.value)
  }, [accountId, name, current.touched, current.value])

  const set = useCallback(
    (change: Value | ((before: Value) => Value)) =>
      setState((before) => ({
        ...before,
        touched: true,
        value:
          typeof change === 'function' ? (change as (value: Value) => Value)(before.value) : change,
      })),
    [],
  )
  const first = useRef(initial)
  const clear = useCallback(() => {
    forgetDraft(sessionStorage, accountId, name)
    setState({ place: now.current.place, value: first.current(), touched: false })
  }, [accountId, name])
  return { value: current.value, set, clear }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const empty = () => ''

/** One field of text kept like a form. */
export function useTextDraft(name: string): Draft<string> {
  return useDraft(name, empty, isText)
}
