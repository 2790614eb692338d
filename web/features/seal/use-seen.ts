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
  // Moved since; while the act itself is under way, that is its own doing.
  const changed = !command.busy && (told || newer)
  useEffect(() => {
    if (told && !newer) void refetch()
  }, [told, newer, refetch])
  return {
    application,
    version: seen.version,
    seq: seen.seq,
    changed,
    reading: told && !newer,
    /** What is still to be told, beside that it changed. */
    problem: changed && newer ? null : command.problem,
    /** The confirm button: the act, or another look first; none when the act is no longer possible. */
    label: (act: string, words: string) => {
      if (!changed) return { confirmLabel: words }
      return application.possible.includes(act) ? { confirmLabel: '按最新状态再看一遍' } : {}
    },
    lookAgain: () => {
      command.reset()
      setSeen({ version: application.version, seq: lastSeq(application) })
    },
  }
}
