import type { CommandReply } from '../../contract/application-commands.ts'

/** One command as its sender remembers it: what was sent, how often, and every answer that came. */
export type JournalEntry = {
  readonly commandId: string
  readonly applicationId: string
  readonly username: string
  readonly step: string
  readonly path: string
  readonly body: object
  readonly expectedVersion: number
  sends: number
  /** No answer, or one that leaves open whether the act was done. */
  unanswered: number
  /** Milliseconds since 1970: when the sender first learnt nothing. */
  lostAt: number | undefined
  readonly replies: CommandReply[]
  readonly refusals: string[]
}

export type Journal = {
  readonly open: (
    command: Omit<JournalEntry, 'sends' | 'unanswered' | 'lostAt' | 'replies' | 'refusals'>,
  ) => JournalEntry
  readonly entries: readonly JournalEntry[]
  readonly acknowledged: () => readonly JournalEntry[]
}

export function newJournal(): Journal {
  const entries: JournalEntry[] = []
  return {
    entries,
    open: (command) => {
      const entry = {
        ...command,
        sends: 0,
        unanswered: 0,
        lostAt: undefined,
        replies: [],
        refusals: [],
      }
      entries.push(entry)
      return entry
    },
    acknowledged: () => entries.filter((entry) => entry.replies.length > 0),
  }
}
