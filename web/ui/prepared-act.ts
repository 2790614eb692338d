import type { ReactNode } from 'react'
import type { ApplicationCommandName } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import type { CommandFields } from '../api/use-command.ts'

type ActOf<Name extends ApplicationCommandName> = {
  readonly name: Name
  readonly fields: CommandFields<Name>
}

/** A legal act filled in and about to be shown: what it is, and the words around it. */
export type PreparedAct = {
  [Name in ApplicationCommandName]: ActOf<Name>
}[ApplicationCommandName] & {
  /** 受理通知书 will be made; or the question, where no document is made. */
  readonly title: string
  readonly confirmLabel: string
  /** The key that opened the dialog also confirms. */
  readonly confirmKey?: string
  readonly warning?: ReactNode
  /** Shown in place of pages by acts that make no document. */
  readonly summary?: ReactNode
  /** Drawn by the caller instead of asking the server: a certificate that is already made. */
  readonly without?: 'preview'
}

/** What others did since the person began: the entries after the last one they had seen. */
export function changesSince(
  application: Pick<ApplicationView, 'history'>,
  seenSeq: number,
): ApplicationView['history'] {
  return application.history.filter(({ seq }) => seq > seenSeq)
}

export function lastSeq(application: Pick<ApplicationView, 'history'>): number {
  return Math.max(0, ...application.history.map(({ seq }) => seq))
}
