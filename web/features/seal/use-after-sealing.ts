import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/** A new use of the seal stands in the register. */
export function useAfterSealing(): () => void {
  const queries = useQueryClient()
  return useCallback(
    () => void queries.invalidateQueries({ queryKey: ['seal-register'] }),
    [queries],
  )
}
