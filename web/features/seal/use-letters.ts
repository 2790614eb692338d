import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { sealModesQuery } from '../../api/queries.ts'
import { useListKeys } from './use-list-keys.ts'
import { useWaiting } from './use-waiting.ts'
import { allOrNone, chosenRows, currentOf, moved, toggled } from './waiting-selection.ts'

const NONE: readonly never[] = []

/** The list with its cursor and its choice, moved by ↑ ↓ J K Home End, Space and Ctrl+A. */
export function useLetters(openId: string | null, onOpen: (id: string | null) => void) {
  const waiting = useWaiting()
  const rows = waiting.rows ?? NONE
  const modes = useQuery(sealModesQuery()).data?.modes
  const [chosen, setChosen] = useState<readonly string[]>(NONE)
  const [index, setIndex] = useState(0)
  const current = currentOf(rows, openId, index)
  const currentId = current?.applicationId
  // Who looks at a letter keeps it, also when a more urgent one comes in above.
  useEffect(() => {
    if (openId === null && currentId !== undefined) onOpen(currentId)
  }, [openId, currentId, onOpen])
  const unconfirmed = useMemo(
    () => new Set(modes?.filter(({ effective }) => !effective).map(({ itemId }) => itemId)),
    [modes],
  )
  const open = (applicationId: string) => {
    setIndex(rows.findIndex((row) => row.applicationId === applicationId))
    onOpen(applicationId)
  }
  const step = (steps: number) => {
    const next = moved(rows, currentId, steps)
    if (next) open(next.applicationId)
  }
  const toggle = (applicationId: string) => setChosen(toggled(chosen, applicationId))
  useListKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    J: () => step(1),
    K: () => step(-1),
    Home: () => step(-rows.length),
    End: () => step(rows.length),
    Space: () => {
      if (currentId !== undefined) toggle(currentId)
    },
    'Ctrl+A': () => {
      const sealable = rows.filter(({ itemId }) => !unconfirmed.has(itemId))
      setChosen(allOrNone(chosen, sealable))
    },
  })
  return {
    waiting,
    current,
    chosen,
    /** The chosen that still wait. */
    together: chosenRows(rows, chosen),
    /** Items marked × whose mode two people have not recorded. */
    unconfirmed,
    /** The letter asked for is no longer in the list. */
    gone:
      openId !== null &&
      waiting.rows !== undefined &&
      !rows.some(({ applicationId }) => applicationId === openId),
    open,
    /** Whatever now stands where the cursor was. */
    openNext: () => onOpen(null),
    toggle,
    chooseNone: () => setChosen(NONE),
  }
}
export type Letters = ReturnType<typeof useLetters>
