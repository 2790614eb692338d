import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { Applicant } from '../../domain/application/applicant.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { ApplicationContext, Commander } from '../../server/application/application-context.ts'
import { handleCommand } from '../../server/application/handle-command.ts'
import { loadApplication } from '../../server/application/load-application.ts'
import { clerk, commander } from '../../server/application/testing/commanders.ts'
import type { Database } from '../../server/database/connect.ts'
import { loadReferenceData } from '../../server/database/reference-data.ts'
import { newId } from '../../server/event-log/chain.ts'
import { REGION } from './own-database.ts'
import { usualSituation } from '../usual-situation.ts'

type Body = { readonly type: ApplicationCommand['type'] } & Readonly<Record<string, unknown>>

const ITEM = 'aba-42'
const DEPARTMENT = 'culture-tourism'
/** Characters that only the rare font has, in the name of every eighth applicant. */
const RARE = ['㙍', '𠮷', '㐂', '䶮', '𡋤', '㛃', '𤩽', '䒟']

/**
 * Applications from receipt to the seal, by the real commands, while no server runs: every notice and certificate is
 * numbered and waits to be put on paper. Answers how many papers wait.
 */
export async function makeBacklog(db: Database, papers: number): Promise<number> {
  const context: ApplicationContext = {
    db,
    reference: await loadReferenceData(db),
    clock: now,
    portalUrl: 'https://yichuang.invalid',
    onCommit: () => undefined,
  }
  const window = clerk()
  const reviewer = commander('reviewer', 'department', DEPARTMENT)
  const decider = commander('decider', 'department', DEPARTMENT)
  const keeper = commander('seal-keeper', 'approval-bureau', 'approval-bureau')
  const steps: readonly (readonly [Commander, Body])[] = [
    [window, { type: 'AcceptApplication' }],
    [reviewer, { type: 'RecordReview', outcome: 'pass', opinion: '材料真实齐全' }],
    [decider, { type: 'DecideApplication', outcome: 'grant', reason: '' }],
    [reviewer, { type: 'MakeCertificate', years: 2, until: null, content: '' }],
    [decider, { type: 'SendSealingLetter', statements: LETTER_STATEMENTS }],
    [keeper, { type: 'ApplySeal' }],
  ]
  let waiting = 0
  for (let at = 0; waiting < papers; at++) {
    const applicationId = newId()
    await give(context, applicationId, window, {
      type: 'ReceiveApplication',
      itemId: ITEM,
      applicant: applicant(at),
      channel: 'window',
      materials: {},
      insist: false,
      renews: null,
      situation: usualSituation(ITEM),
    })
    for (const [by, body] of steps) await give(context, applicationId, by, body)
    waiting = await papersWaiting(db)
  }
  return waiting
}

export async function papersWaiting(db: Database): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'select count(*)::int as n from reaction where region_code = $1 and done_at is null',
    [REGION],
  )
  return row?.n ?? 0
}

async function give(
  context: ApplicationContext,
  applicationId: string,
  by: Commander,
  body: Body,
): Promise<void> {
  const { head } = await loadApplication(context.db, {
    regionCode: REGION,
    applicationId,
    commandId: newId(),
  })
  const outcome = await handleCommand(context, {
    regionCode: REGION,
    applicationId,
    commandId: newId(),
    expectedVersion: head.version,
    commander: by,
    command: { by: by.actor, at: now(), ...body } as unknown as ApplicationCommand,
  })
  if (!outcome.ok) throw new Error(`${body.type}: ${JSON.stringify(outcome.violation)}`)
}

function applicant(at: number): Applicant {
  const rare = at % 8 === 7 ? (RARE[(at >> 3) % RARE.length] ?? '') : ''
  return {
    kind: 'person',
    name: `张示例${rare}`,
    identityType: 'id-card',
    identityNumber: '513201198805120015',
    phone: '13800000000',
    address: `阿坝州示例路${at + 1}号`,
    contactName: null,
  }
}

function now(): Instant {
  return new Date().toISOString() as Instant
}
