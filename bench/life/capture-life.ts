import { uuidv7 } from 'uuidv7'
import { applicationCommands, receiveApplication } from '../../contract/application-commands.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { createSessions } from '../../server/access/session-store.ts'
import { toCommand } from '../../server/application/command-bodies.ts'
import { handleCommand } from '../../server/application/handle-command.ts'
import { keepSignature } from '../../server/application/keep-signature.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { loadReferenceData } from '../../server/database/reference-data.ts'
import type { Session } from '../../server/http/session.ts'
import type { BenchRegion } from '../region/bench-region.ts'
import type { LifeStep } from './life-steps.ts'

/** One statement as the command road sent it. */
export type SentStatement = { readonly text: string; readonly values: readonly unknown[] }

export type CapturedLife = {
  readonly statements: readonly SentStatement[]
  readonly commands: number
  /** Ids that no other life may have, as they stand in the values. */
  readonly ids: readonly string[]
}

/** Plays one life down the product's own command road and keeps every statement it sent, with its values. */
export async function captureLife(
  { connectionString, regionCode }: Pick<BenchRegion, 'connectionString' | 'regionCode'>,
  steps: readonly LifeStep[],
): Promise<CapturedLife> {
  const db = connect({ connectionString, maxConnections: 2 })
  const statements: SentStatement[] = []
  const listening: Database = {
    ...db,
    query: async (text, values = []) => {
      statements.push({ text, values })
      return await db.query(text, values)
    },
  }
  try {
    const context = {
      db: listening,
      reference: await loadReferenceData(db),
      clock: () => new Date().toISOString() as Instant,
      portalUrl: 'https://yichuang.invalid',
      onCommit: () => undefined,
    }
    const sessions = createSessions(db)
    const applicationId = uuidv7()
    const ids = [applicationId]
    for (const [expectedVersion, { name, person, fields }] of steps.entries()) {
      const session = await sessions.read(
        await sessions.open(regionCode, person.accountId as AccountId),
      )
      if (session === undefined) throw new Error(`${person.username} has no session`)
      const commandId = uuidv7()
      ids.push(commandId)
      const command = commandOf({
        name,
        fields,
        commandId,
        applicationId,
        expectedVersion,
        session,
      })
      if (command.type === 'ConfirmDelivery' && command.signature !== null)
        await keepSignature(listening, { regionCode, applicationId, commandId }, command.signature)
      const { actor, postOpen, training } = session
      const outcome = await handleCommand(context, {
        regionCode,
        applicationId,
        commandId,
        expectedVersion,
        commander: { actor, standing: { postOpen, training }, origin: '127.0.0.1' },
        command,
      })
      if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.violation.code}`)
    }
    return { statements, commands: steps.length, ids: [...ids, ...madeIds(statements)] }
  } finally {
    await db.close()
  }
}

type Given = Pick<LifeStep, 'name' | 'fields'> & {
  readonly commandId: string
  readonly applicationId: string
  readonly expectedVersion: number
  readonly session: Session
}

function commandOf(given: Given): ApplicationCommand {
  const { name, fields, commandId, applicationId, expectedVersion, session } = given
  const at = new Date().toISOString() as Instant
  if (name !== 'receive') {
    const body = applicationCommands[name].body.parse({ ...fields, commandId, expectedVersion })
    return toCommand(name, body as never, session.actor, at)
  }
  const { itemId, applicant, channel, materials, insist, renews, situation } =
    receiveApplication.body.parse({
      ...fields,
      commandId,
      applicationId,
    })
  return {
    type: 'ReceiveApplication',
    by: session.actor,
    at,
    ...({ itemId, applicant, channel, materials, insist, renews, situation } as object),
  } as ApplicationCommand
}

const MADE_ID = /"(?:notice_id|reaction_id|record_id|verify_code)":"([^"]+)"/g

/** What the road itself made up: notices, reactions, lines of the register, codes. */
function madeIds(statements: readonly SentStatement[]): readonly string[] {
  const texts = statements.flatMap(({ values }) =>
    values.filter((value) => typeof value === 'string'),
  )
  return texts.flatMap((text) => [...text.matchAll(MADE_ID)].map(([, id = '']) => id))
}
