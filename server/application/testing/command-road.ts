import { expect } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../../catalogue/aba/load-calendar.ts'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../../catalogue/aba/load-catalogue.ts'
import type { ApplicationCommand } from '../../../domain/application/commands.ts'
import type { Instant, ServiceItemId } from '../../../domain/shared/ids.ts'
import type { Database } from '../../database/connect.ts'
import { referenceData } from '../../database/reference-data.ts'
import { newId } from '../../event-log/chain.ts'
import type { ApplicationContext, Commander } from '../application-context.ts'
import { handleCommand, type CommandOutcome } from '../handle-command.ts'
import { clerk } from './commanders.ts'

const REGION = 513_200
const NOW = '2026-03-02T01:00:00.000Z' as Instant

export type GivenCommand = Omit<ApplicationCommand, 'by' | 'at'> & {
  readonly type: ApplicationCommand['type']
}

/** The road of commands on a test's own database, at nine on a Monday morning. */
export function commandRoad(db: Database) {
  const context: ApplicationContext = {
    db,
    reference: referenceData({
      items: ABA_ITEMS,
      guides: ABA_GUIDES,
      organisations: ABA_ORGANISATIONS,
      calendar: ABA_CALENDAR_DATA,
    }),
    clock: () => NOW,
    portalUrl: 'http://localhost',
    onCommit: () => undefined,
  }

  async function give(
    applicationId: string,
    expectedVersion: number,
    by: Commander,
    command: GivenCommand,
    commandId = newId(),
  ): Promise<CommandOutcome> {
    return await handleCommand(context, {
      regionCode: REGION,
      applicationId,
      commandId,
      expectedVersion,
      commander: by,
      command: { ...command, by: by.actor, at: NOW } as ApplicationCommand,
    })
  }

  async function receive(
    applicationId: string,
    by: Commander,
    commandId = newId(),
  ): Promise<CommandOutcome> {
    const command = {
      type: 'ReceiveApplication',
      itemId: 'aba-36' as ServiceItemId,
      applicant: {
        kind: 'person',
        name: '张·示例',
        identityType: 'id-card',
        identityNumber: '513201199003070014',
        phone: null,
        address: null,
        contactName: null,
      },
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
    }
    return await give(applicationId, 0, by, command as never, commandId)
  }

  return {
    regionCode: REGION,
    context,
    give,
    receive,
    received: async (): Promise<string> => {
      const applicationId = newId()
      expect(await receive(applicationId, clerk())).toMatchObject({ ok: true })
      return applicationId
    },
  }
}
