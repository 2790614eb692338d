import { acceptanceDue } from '../../deadline/clocks.ts'
import { addDays, chineseDate, nextDay } from '../../shared/local-date.ts'
import type { LodgedApplication } from '../application.ts'
import type { ApplicationFacts } from '../facts.ts'
import { raiseCard } from '../supervision/raise-card.ts'
import type { Fall } from './next-fall.ts'

/** Courtesy reminders, calendar days after the correction notice (domain rules §2). */
const REMINDER_DAYS = [15, 30]

/** What the statute decides when nobody did: deemed acceptance (Art 32), deemed renewal (Art 50); and reminders to correct. */
export function deemingFalls(
  application: LodgedApplication,
  facts: ApplicationFacts,
): readonly Fall[] {
  return [
    ...deemedAcceptance(application, facts),
    ...deemedRenewal(application),
    ...reminders(application),
  ]
}

function deemedAcceptance(
  application: LodgedApplication,
  { calendar }: ApplicationFacts,
): readonly Fall[] {
  const due = acceptanceDue(application, calendar)
  if (due.state !== 'running') return []
  const on = application.correctedOn ?? application.receivedOn
  return [
    {
      on: nextDay(due.on),
      events: (now, situation, recordedOn) => [
        { type: 'ApplicationDeemedAccepted', by: situation.by, at: situation.at, on, recordedOn },
        ...raiseCard(
          'deemed-acceptance',
          `至${chineseDate(due.on)}未告知是否受理，自${chineseDate(on)}起视为受理`,
          now,
          situation,
        ),
      ],
    },
  ]
}

function deemedRenewal(application: LodgedApplication): readonly Fall[] {
  const { renewal, status } = application
  if (renewal === null || !renewal.protected || (status !== 'accepted' && status !== 'in-review'))
    return []
  return [
    {
      on: nextDay(renewal.expiresOn),
      events: (now, situation) => [
        { type: 'LicenceDeemedRenewed', by: situation.by, at: situation.at, on: renewal.expiresOn },
        ...raiseCard(
          'deemed-renewal',
          `至原证照届满之日${chineseDate(renewal.expiresOn)}未作决定，视为准予延续`,
          now,
          situation,
        ),
      ],
    },
  ]
}

function reminders({ status, correction }: LodgedApplication): readonly Fall[] {
  if (status !== 'awaiting-correction' || correction === null) return []
  return REMINDER_DAYS.filter((days) => !correction.remindedDays.includes(days)).map((days) => ({
    on: addDays(correction.askedOn, days),
    events: (_, situation) => [
      { type: 'ApplicantReminded', by: situation.by, at: situation.at, days },
    ],
  }))
}
