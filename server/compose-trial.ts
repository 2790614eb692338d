import { ABA_CALENDAR_DATA } from '../catalogue/aba/load-calendar.ts'
import { ABA_ORGANISATIONS } from '../catalogue/aba/load-catalogue.ts'
import { possibleCommands } from '../domain/application/possible-actions.ts'
import { explainViolation } from '../domain/application/violation-texts.ts'
import type { ApplicationCommand } from '../domain/application/commands.ts'
import type { Violation } from '../domain/application/violations.ts'
import type { Actor } from '../domain/shared/actor.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { localDateOf } from '../domain/shared/local-date.ts'
import type { ApplicationContext, Commander } from './application/application-context.ts'
import { factsOf } from './application/facts-of.ts'
import { type CommandRefusal, handleCommand } from './application/handle-command.ts'
import { loadApplication } from './application/load-application.ts'
import { FIRST_REHEARSAL_REGION } from './application/region-number.ts'
import type { TryGuide } from './catalogue/catalogue-context.ts'
import type { OpenTrialStage, TrialStage } from './catalogue-trial/trial-stage.ts'
import { tryGuide } from './catalogue-trial/try-guide.ts'
import type { PaperTools } from './compose-documents.ts'
import { connect, type Database } from './database/connect.ts'
import {
  referenceData,
  type ReferenceSource,
  saveReferenceData,
} from './database/reference-data.ts'
import type { PaperContext } from './documents/documents-context.ts'
import { type PrintedBefore, printPapers } from './documents/print-papers.ts'
import { newId } from './event-log/chain.ts'
import { scratchDatabase } from './rehearsal/scratch-database.ts'

const CONNECTIONS = 4
const REGION = FIRST_REHEARSAL_REGION
const PORTAL = 'http://127.0.0.1'

/** What a person of the trial stands on: an open post, and the courses of every department. */
const STANDING: Commander['standing'] = {
  postOpen: true,
  training: [
    'etiquette',
    ...ABA_ORGANISATIONS.filter(({ body }) => body === 'department').map(
      ({ organisationId }) => organisationId,
    ),
  ],
}

/**
 * Where guides are tried: a database made for one trial and dropped after it, on the server of `databaseUrl` if its login
 * may, else on one started for it. The rules, the road of a command and the typesetter are the real ones.
 */
export function createTrial(
  databaseUrl: string | undefined,
): (papers: PaperTools | null) => TryGuide {
  // One at a time: each has a database and keeps the typesetter busy.
  let last: Promise<unknown> = Promise.resolve()
  return (papers) => async (item, guide, form) => {
    const trial = last.then(
      async () => await tryGuide(openStage(databaseUrl, papers), item, guide, form),
    )
    last = trial.catch(() => undefined)
    return await trial
  }
}

function openStage(databaseUrl: string | undefined, papers: PaperTools | null): OpenTrialStage {
  return async ({ item, guide, form }) => {
    // A mark, a pause or a scheduled first day of the item is not what is tried.
    const offered = { ...item, status: 'active', levelMark: null } as const
    const source: ReferenceSource = {
      items: [offered],
      guides: [guide],
      organisations: ABA_ORGANISATIONS,
      calendar: ABA_CALENDAR_DATA,
    }
    const scratch = await scratchOn(databaseUrl)
    const db = connect({ connectionString: scratch.connectionString, maxConnections: CONNECTIONS })
    const close = async () => {
      await db.close()
      await scratch.drop()
    }
    try {
      await saveReferenceData(db, source)
      await db.query(
        `insert into region (region_code, name, number_prefix) values ($1, '试办', '513200')`,
        [REGION],
      )
      // Half past nine of its first day, and a moment later with every act.
      let now = Date.parse(`${guide.effectiveOn}T01:30:00.000Z`)
      const context: ApplicationContext = {
        db,
        reference: referenceData(source),
        clock: () => new Date(now).toISOString() as Instant,
        portalUrl: PORTAL,
        forms: {
          findInForce: (formId) => (form?.formId === formId ? form : undefined),
          findVersion: (formId) => (form?.formId === formId ? form : undefined),
        },
        onCommit: () => {
          now += 1
        },
      }
      return { ...stageOn(context), print: printOn(context, papers), close }
    } catch (error) {
      await close()
      throw error
    }
  }
}

async function scratchOn(databaseUrl: string | undefined) {
  if (databaseUrl === undefined) return await scratchDatabase(undefined)
  try {
    return await scratchDatabase(databaseUrl)
  } catch {
    // The login may not make databases: then one is started beside it.
    return await scratchDatabase(undefined)
  }
}

function stageOn(context: ApplicationContext): Pick<TrialStage, 'give' | 'possible'> {
  const load = async (applicationId: string) =>
    await loadApplication(context.db, { regionCode: REGION, applicationId, commandId: newId() })
  return {
    give: async (applicationId, by, command) => {
      const at = context.clock(REGION)
      const { head } = await load(applicationId)
      const outcome = await handleCommand(context, {
        regionCode: REGION,
        applicationId,
        commandId: newId(),
        expectedVersion: head.version,
        commander: { actor: by, standing: STANDING, origin: '127.0.0.1' },
        command: { ...command, by, at } as unknown as ApplicationCommand,
      })
      return outcome.ok ? { ok: true } : { ok: false, sentence: sentenceOf(outcome.violation) }
    },
    possible: async (applicationId, by) => {
      const loaded = await load(applicationId)
      return loaded.application.status === 'not-lodged'
        ? []
        : possibleCommands(loaded.application, situationOf(context, loaded, by))
    },
  }
}

function situationOf(
  { reference, forms, clock }: ApplicationContext,
  loaded: Awaited<ReturnType<typeof loadApplication>>,
  by: Actor,
) {
  const at = clock(REGION)
  const facts = factsOf({
    reference,
    forms,
    loaded,
    itemId: '',
    renews: null,
    standing: STANDING,
    now: at,
  })
  return { by, at, today: localDateOf(at), facts }
}

function sentenceOf(violation: CommandRefusal): string {
  if (IMPOSSIBLE.includes(violation.code))
    throw new Error(`A trial is alone in its database: ${violation.code}`)
  return explained(violation as Violation)
}

/** What only other people's commands could bring about. */
const IMPOSSIBLE: readonly CommandRefusal['code'][] = [
  'changed-meanwhile',
  'application-not-found',
  'unknown-item',
  'command-id-reused',
]

function explained(violation: Violation): string {
  const { sentence } = explainViolation(violation as never)
  return violation.code === 'form-invalid'
    ? `${sentence}${violation.faults.map(({ message }) => message).join('；')}`
    : sentence
}

/** Without a typesetter the procedure is tried and nothing printed. */
function printOn(
  { db, reference, clock }: ApplicationContext,
  papers: PaperTools | null,
): TrialStage['print'] {
  if (papers === null) return async () => await Promise.resolve([])
  const context = paperContext(db, reference, clock, papers)
  const before: PrintedBefore = new Set()
  return async (applicationId) => await printPapers(context, REGION, applicationId, before)
}

function paperContext(
  db: Database,
  reference: ApplicationContext['reference'],
  clock: ApplicationContext['clock'],
  { renderer, seals }: PaperTools,
): Pick<
  PaperContext,
  'db' | 'reference' | 'renderer' | 'seals' | 'portalUrl' | 'clock' | 'loadState'
> {
  return {
    db,
    reference,
    renderer,
    seals,
    clock,
    portalUrl: PORTAL,
    loadState: async (regionCode, applicationId) => {
      const { application, number, confirmedSealMode } = await loadApplication(db, {
        regionCode,
        applicationId,
        commandId: newId(),
      })
      return application.status === 'not-lodged'
        ? undefined
        : { application, number, confirmedSealMode }
    },
  }
}
