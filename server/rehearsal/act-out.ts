import { uuidv7 } from 'uuidv7'
import type { ApplicationView } from '../../contract/application-view.ts'
import { assertNever } from '../../domain/shared/outcome.ts'
import type { CastName } from './cast.ts'
import { receiveBody } from './receive-body.ts'
import type { Answer } from './rehearsal-client.ts'
import type { Step, StepAct } from './scenario.ts'
import { cookieOf, getPlayed } from './stage.ts'
import type { Played, Stage } from './stage.ts'
import { tamperTrail } from './tamper-trail.ts'

/** Nobody's errand: the supervisor may look at every application. */
export const ONLOOKER: CastName = 'centre.supervisor'

export type Acting = {
  readonly stage: Stage
  readonly step: Step
  readonly application: Played
  /** The application before the step; null when there is none. */
  readonly view: ApplicationView | null
}

const DONE: Answer<null> = { ok: true, value: null }

/** Does what the step says, as the person it names, through the API. */
export async function actOut(acting: Acting): Promise<Answer<unknown>> {
  const { step, stage, application } = acting
  const doing = step.act
  switch (doing.kind) {
    case 'wait':
      return DONE
    case 'see':
      return await see(acting)
    case 'tamper':
      return (await tamperTrail(
        stage.theatre.migrator,
        stage.regionCode,
        application.applicationId,
        doing.fields,
      ))
        ? DONE
        : { ok: false, code: 'no-such-event', detail: '留痕中没有这一条事件，请核对 event' }
    case 'receive':
      return await receive(acting, doing)
    case 'confirm-seal-mode':
      return await post(acting, `/api/items/${application.itemId}/seal-mode`, doing.fields)
    case 'command': {
      const { error = 'none' } = step.expect
      return await post(acting, `/api/applications/${application.applicationId}/${doing.name}`, {
        ...doing.play({ view: acting.view, expectsRefusal: error !== 'none' }),
        expectedVersion: acting.view?.version ?? 0,
      })
    }
    default:
      return assertNever(doing)
  }
}

/** A look that only asks what is possible may be refused: then nothing is. */
async function see({ stage, step, application }: Acting): Promise<Answer<unknown>> {
  const { as, expect } = step
  if (as === null) return DONE
  const cookie = cookieOf(stage, as, application.concerned)
  const seen = await stage.theatre.client.look(cookie, application.applicationId)
  const asksOnlyWhatIsPossible = expect.error === undefined && expect.possible !== undefined
  return seen.ok || !asksOnlyWhatIsPossible ? seen : DONE
}

async function receive(
  acting: Acting,
  { fields }: Extract<StepAct, { kind: 'receive' }>,
): Promise<Answer<unknown>> {
  const { stage, step, application } = acting
  const renewed = fields.renews === undefined ? null : getPlayed(stage, fields.renews)
  const body = receiveBody({
    fields,
    as: step.as ?? ONLOOKER,
    applicationId: application.applicationId,
    renews: renewed?.applicationId ?? null,
  })
  return await post(acting, '/api/applications', body)
}

async function post(
  { stage, step, application }: Acting,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Answer<unknown>> {
  const cookie = cookieOf(stage, step.as ?? ONLOOKER, application.concerned)
  return await stage.theatre.client.post(cookie, path, { commandId: uuidv7(), ...body })
}
