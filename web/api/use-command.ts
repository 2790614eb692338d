import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import {
  applicationCommands,
  previewCommand,
  type ApplicationCommandName,
  type CommandReply,
} from '../../contract/application-commands.ts'
import { asApiProblem, type ApiProblem } from './api-problem.ts'
import { call } from './call.ts'
import { invalidateApplications } from './invalidate-applications.ts'
import { useCommandId } from './use-command-id.ts'

type WholeBody<Name extends ApplicationCommandName> = z.input<
  (typeof applicationCommands)[Name]['body']
>
/** What the person filled in, without the envelope. */
export type CommandFields<Name extends ApplicationCommandName> = Omit<
  WholeBody<Name>,
  'commandId' | 'expectedVersion'
>
export type CommandRequest<Name extends ApplicationCommandName> = {
  readonly applicationId: string
  /** The version the person was looking at. */
  readonly expectedVersion: number
  readonly fields: CommandFields<Name>
}
export type Preview = z.output<typeof previewCommand.reply>

export type CommandControl<Name extends ApplicationCommandName> = {
  /** Performs the act. Resolves to undefined when it was refused or not answered: see `problem`. */
  readonly run: (request: CommandRequest<Name>) => Promise<CommandReply | undefined>
  /** The documents the act would make. Throws ApiProblem. */
  readonly preview: (request: CommandRequest<Name>) => Promise<Preview>
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly reset: () => void
}

/** One legal act on an application: its id is made once and kept until the server has answered. */
export function useCommand<Name extends ApplicationCommandName>(name: Name): CommandControl<Name> {
  const queries = useQueryClient()
  const commandId = useCommandId()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ applicationId, expectedVersion, fields }: CommandRequest<Name>) =>
      call(applicationCommands[name], {
        params: { applicationId },
        body: { ...fields, commandId: commandId.current(), expectedVersion } as never,
      }),
    onSuccess: async (_, { applicationId }) => {
      commandId.settle()
      await invalidateApplications(queries, [applicationId])
    },
    onError: async (raised, { applicationId }) => {
      const problem = asApiProblem(raised)
      commandId.settle(problem)
      if (problem.code === 'changed-meanwhile')
        await invalidateApplications(queries, [applicationId])
    },
  })
  const run = useCallback(
    (request: CommandRequest<Name>) => mutateAsync(request).catch(() => undefined),
    [mutateAsync],
  )
  const preview = useCallback(
    ({ applicationId, expectedVersion, fields }: CommandRequest<Name>) =>
      call(previewCommand, {
        params: { applicationId, command: name },
        body: { ...fields, commandId: commandId.current(), expectedVersion },
      }),
    [name, commandId],
  )
  return { run, preview, busy: isPending, problem: error ? asApiProblem(error) : null, reset }
}
