import type { Body, Role } from '../../../domain/shared/actor.ts'
import type { AccountId, OrganisationId } from '../../../domain/shared/ids.ts'
import { newId } from '../../event-log/chain.ts'
import type { Commander } from '../application-context.ts'

/** Somebody with an open post and every course, at a made-up terminal. */
export function commander(
  role: Role,
  body: Body,
  organisationId?: string,
  identity?: string,
): Commander {
  return {
    actor: {
      accountId: newId() as AccountId,
      name: `示例${role}`,
      role,
      body,
      ...(organisationId === undefined ? {} : { organisationId: organisationId as OrganisationId }),
      ...(identity === undefined ? {} : { identity }),
    },
    standing: {
      postOpen: true,
      training: [
        'etiquette',
        organisationId ?? '',
        'culture-tourism',
        'market-regulation',
        'justice',
      ],
    },
    origin: '127.0.0.1',
  }
}

export const clerk = () =>
  commander('window-clerk', 'approval-service-centre', 'approval-service-centre')
