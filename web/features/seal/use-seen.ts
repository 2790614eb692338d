import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApplicationCommandName } from '../../../contract/application-commands.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery } from '../../api/queries.ts'
import type { CommandControl } from '../../api/use-command.ts'
import { lastSeq } from '../../ui/prepared-act.ts'

/** The version a person has before their eyes in a dialog, and whether somebody moved the application since. */
export function useSeen<Name extends ApplicationCommandName>(
  given: ApplicationView,
  command: CommandControl<Name>,
) {
  const { data, refetch } = useQuery(applicationQuery(given.applicationId))
  const application = data ?? given
  const [seen, setSeen] = useState({ version: given.version, seq: lastSeq(given) })
  const newer = application.version > seen.version
  const told = command.problem?.code === 'changed-meanwhile'
  useEffect(() => {
    if (told && !newer) void refetch()
  }, [told, newer, refetch])
  return {
    application,
    version: seen.version,
    seq: seen.seq,
    /** Moved since; while the act itself is under way, that is its own doing. */
    changed: !command.busy && (told || newer),
    reading: told && !newer,
    lookAgain: () => {
      command.reset()
      setSeen({ version: application.version, seq: lastSeq(application) })
    },
  }
}
