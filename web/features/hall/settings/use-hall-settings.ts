import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { saveHallConfiguration } from '../../../../contract/hall-configuration.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { hallConfigurationQuery } from '../../../api/hall-queries.ts'
import { useCommandId } from '../../../api/use-command-id.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { isHallDraft, type Change, type Configuration, type HallDraft } from './hall-draft.ts'

export type StoredHall = z.output<typeof saveHallConfiguration.reply>
export type HallSettings = {
  /** As typed, or as stored. */
  readonly configuration: Configuration
  readonly change: Change
  readonly isChanged: boolean
  /** The version that the changes were made upon, where another one was saved since; else null. */
  readonly oldVersion: number | null
  readonly save: () => void
  readonly drop: () => void
  readonly busy: boolean
  readonly problem: Error | null
}

const nothing = (): HallDraft => null

/** What the manager changes, kept through a reload until it is saved or dropped. */
export function useHallSettings(stored: StoredHall): HallSettings {
  const queries = useQueryClient()
  const { queryKey } = hallConfigurationQuery()
  const draft = useDraft<HallDraft>('hall-settings', nothing, isHallDraft)
  const commandId = useCommandId()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async ({ version, configuration }: NonNullable<HallDraft>) =>
      await call(saveHallConfiguration, {
        body: { commandId: commandId.current(), expectedVersion: version, configuration },
      }),
    onSuccess: (saved) => {
      commandId.settle()
      draft.clear()
      queries.setQueryData(queryKey, saved)
    },
    onError: async (raised) => {
      const problem = asApiProblem(raised)
      commandId.settle(problem)
      if (problem.code === 'changed-meanwhile') await queries.invalidateQueries({ queryKey })
    },
  })
  const { value } = draft
  return {
    configuration: value?.configuration ?? stored.configuration,
    change: (to) =>
      draft.set((before) => ({
        version: before?.version ?? stored.version,
        configuration: to(before?.configuration ?? stored.configuration),
      })),
    isChanged: value !== null,
    oldVersion: value !== null && value.version < stored.version ? value.version : null,
    save: () => {
      if (value !== null && !isPending) mutate(value)
    },
    drop: () => {
      draft.clear()
      reset()
      void queries.invalidateQueries({ queryKey })
    },
    busy: isPending,
    problem: error,
  }
}
