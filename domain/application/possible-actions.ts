import { ACTS, type LodgedAction } from './acts.ts'
import type { LodgedApplication } from './application.ts'
import { COMMAND_NAME, type CommandName } from './commands.ts'
import type { Situation } from './facts.ts'
import { refusalOf } from './refusal.ts'

const ACTIONS = Object.keys(ACTS) as LodgedAction[]

/** The commands this person could give now, by name: the buttons of every screen. */
export function possibleCommands(
  application: LodgedApplication,
  situation: Situation,
): readonly CommandName[] {
  return ACTIONS.filter(
    (action) => action !== 'ApplyLaw' && refusalOf(action, application, situation) === null,
  ).map((action) => COMMAND_NAME[action])
}
