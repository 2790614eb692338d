import { uuidv7 } from 'uuidv7'
import type { ApplicationView } from '../../contract/application-view.ts'
import { actOut, ONLOOKER } from './act-out.ts'
import { compareExpectation } from './compare-expectation.ts'
import type { Difference, Observed } from './compare-expectation.ts'
import { madeUpApplicant } from './made-up-applicants.ts'
import { moveClock } from './move-clock.ts'
import { getRehearsalItem } from './rehearsal-catalogue.ts'
import type { Step } from './scenario.ts'
import { cookieOf, forgetViews, getPlayed } from './stage.ts'
import type { Played, Stage } from './stage.ts'
import { nextMoment } from './virtual-clock.ts'

export type PlayedStep = {
  readonly differences: readonly Difference[]
  /** The server's own sentence to a refusal. */
  readonly detail: string
}

/** One step: the clock, the act, the look, and what of its expectation does not hold. */
export async function playStep(stage: Stage, step: Step): Promise<PlayedStep> {
  const { theatre, regionCode } = stage
  const now = theatre.clocks.now(regionCode)
  const next = step.number === 1 ? now : nextMoment(now)
  await moveClock(stage, step.at !== null && step.at > next ? step.at : next)
  if (step.application === null) return { differences: [], detail: '' }

  const application = playedOf(stage, step, step.application)
  const before = await lookAt(stage, application)
  const acted = await actOut({ stage, step, application, view: before })
  if (step.act.kind !== 'see' && step.act.kind !== 'wait') forgetViews(stage)
  // What the act let fall due at once has happened by the time anybody looks.
  await moveClock(stage, theatre.clocks.now(regionCode))
  const after = await lookAt(stage, application)
  const observed: Observed = {
    error: acted.ok ? null : acted.code,
    detail: acted.ok ? '' : acted.detail,
    before,
    after,
    notices: newNotices(application, after),
    possible: await possibleTo(stage, step, application),
    trail: await trailOf(stage, step, application),
  }
  return { differences: compareExpectation(step.expect, observed), detail: observed.detail }
}

/** A name stands for one application for good; until it is received, its last receipt says whose it would be. */
function playedOf(stage: Stage, { act: doing }: Step, name: string): Played {
  const known = stage.played.get(name)
  if (doing.kind !== 'receive' || known?.known.size) return known ?? getPlayed(stage, name)
  const item = getRehearsalItem(doing.fields.item)
  const played: Played = {
    applicationId: known?.applicationId ?? uuidv7(),
    itemId: item.itemId,
    concerned: {
      departmentId: item.departmentId,
      partnerIds: item.partnerIds,
      applicant: madeUpApplicant(doing.fields.applicant),
    },
    view: null,
    known: new Set(),
  }
  stage.played.set(name, played)
  return played
}

async function lookAt(stage: Stage, application: Played): Promise<ApplicationView | null> {
  if (application.view !== null) return application.view
  const cookie = cookieOf(stage, ONLOOKER, application.concerned)
  const seen = await stage.theatre.client.look(cookie, application.applicationId)
  if (!seen.ok && seen.code !== 'not-found' && seen.code !== 'application-not-found')
    throw new Error(`The supervisor could not look: ${seen.code} ${seen.detail}`)
  application.view = seen.ok ? seen.value : null
  return application.view
}

function newNotices({ known }: Played, view: ApplicationView | null): string[] {
  const made = (view?.notices ?? []).filter(({ noticeId }) => !known.has(noticeId))
  for (const { noticeId } of made) known.add(noticeId)
  return made.map(({ kind }) => kind)
}

/** Who may not even look can do nothing. */
async function possibleTo(
  stage: Stage,
  { as, expect }: Step,
  { applicationId, concerned }: Played,
): Promise<readonly string[] | null> {
  if (expect.possible === undefined) return null
  const seen = await stage.theatre.client.look(
    cookieOf(stage, as ?? ONLOOKER, concerned),
    applicationId,
  )
  return seen.ok ? seen.value.possible : []
}

async function trailOf(
  stage: Stage,
  { expect }: Step,
  { applicationId, concerned }: Played,
): Promise<Observed['trail']> {
  if (expect.trail === undefined) return null
  const report = await stage.theatre.client.trail(
    cookieOf(stage, ONLOOKER, concerned),
    applicationId,
  )
  if (!report.ok) return null
  return report.value.intact ? 'intact' : 'broken'
}
