import { isAllowed } from '../../application/allowed-actions.ts'
import type { ApplicationEvent, ApplicationEventType } from '../../application/events.ts'
import { applicationFrom } from '../../application/evolve.ts'
import { CARD_LEVEL } from '../../application/supervision/card.ts'
import { DEADLINE_INVARIANTS } from './deadline-invariants.ts'
import { eventsOf, is, type Invariant } from './invariant.ts'
import { isLawfulMove } from './lawful-moves.ts'

/** The invariants of the procedure and of its people that hold in every life, whatever anybody tries. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  ...DEADLINE_INVARIANTS,

  'the trail never goes back in time': ({ moves }) =>
    moves.filter(({ event }, index) => event.at < (moves[index - 1]?.event.at ?? '')),

  'the stored events replay to the same state (I2)': ({ moves, application }) => {
    const stored = JSON.parse(JSON.stringify(eventsOf(moves))) as ApplicationEvent[]
    const replayed = JSON.stringify(applicationFrom(stored))
    return replayed === JSON.stringify(application) ? [] : [replayed]
  },

  'a status moves only as the procedure says': ({ moves }) =>
    moves.filter(
      ({ before, event, after, command }) =>
        !isLawfulMove(event.type, before.status, after.status) ||
        (command !== null &&
          event === moves.find((moved) => moved.command === command)?.event &&
          !isAllowed(command.type, before.status)),
    ),

  'nobody has two conflicting sides in hand (I5)': ({ moves, facts }) => {
    const by = (...types: ApplicationEventType[]): string[] =>
      eventsOf(moves)
        .filter((event) => types.includes(event.type))
        .filter((event) => event.by.role !== 'law')
        .map((event) => event.by.accountId)
    const took = eventsOf(moves)
      .filter((event) => is(event, 'ApplicationReceived') && event.by.role === 'window-clerk')
      .map((event) => event.by.accountId)
    const window = [
      ...took,
      ...by('ApplicationAccepted', 'ApplicationDeclined', 'CorrectionRequested'),
    ]
    const reviewed = by('ReviewOpinionRecorded')
    const decided = by('LicenceGranted', 'LicenceRefused')
    const sealed = by('SealApplied')
    const committed = facts.guide?.kind === 'committed'
    return [
      ...shared(window, [...reviewed, ...decided, ...sealed]),
      ...shared(sealed, [...reviewed, ...decided]),
      ...(committed ? shared(reviewed, decided) : []),
      ...eventsOf(moves).filter(
        (event) =>
          event.by.role === 'supervisor' &&
          !is(event, 'RatingFollowedUp', 'CardClosed', 'CardExplanationRejected'),
      ),
    ]
  },

  'each seal of the Bureau rests on one grant and one letter that stands, over the same certificate (I6)':
    ({ moves }) => {
      const events = eventsOf(moves)
      return events.filter((event, index) => {
        if (!is(event, 'SealApplied')) return false
        const before = events.slice(0, index)
        const made = before.findLast((earlier) => is(earlier, 'CertificateMade'))
        const granted = before.some((earlier) =>
          is(earlier, 'LicenceGranted', 'LicenceDeemedRenewed'),
        )
        const letter = before.findLast((earlier) =>
          is(earlier, 'SealingLetterSent', 'SealingLetterReturned'),
        )
        const vouched =
          letter !== undefined &&
          is(letter, 'SealingLetterSent') &&
          letter.certificateHash === event.certificateHash &&
          letter.statements.length === 4
        return (
          !granted ||
          made?.hash !== event.certificateHash ||
          before.some((earlier) => is(earlier, 'SealApplied')) ||
          (event.route === 'bureau' && !vouched)
        )
      })
    },

  'every refusal has reasons of 20 characters (I7)': ({ moves }) =>
    eventsOf(moves).filter(
      (event) => is(event, 'LicenceRefused') && Array.from(event.reason.trim()).length < 20,
    ),

  'every delivery has its proof, a courier’s only for what was posted (I8)': ({ moves }) =>
    moves.filter(
      ({ before, event }) =>
        is(event, 'ResultDelivered') &&
        before.status === 'issued' &&
        event.proof === 'courier' &&
        before.issuance.by !== 'courier',
    ),

  'no certificate before the fee is settled': ({ moves }) =>
    moves.filter(
      ({ before, event, facts }) =>
        is(event, 'CertificateMade') &&
        before.status !== 'not-lodged' &&
        !before.fee.exempt &&
        before.fee.paid < (facts.guide?.fee?.amount ?? 0),
    ),

  'a card is raised once a rule, at its own level, and never disappears': ({ moves }) =>
    moves.filter(({ before, event, after }) => {
      if (before.status === 'not-lodged' || after.status === 'not-lodged') return false
      const kept = before.cards.every(({ rule }, index) => after.cards[index]?.rule === rule)
      if (!is(event, 'CardRaised')) return !kept || before.cards.length !== after.cards.length
      return (
        !kept ||
        event.level !== CARD_LEVEL[event.rule] ||
        before.cards.some(({ rule }) => rule === event.rule)
      )
    }),
}

function shared(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((account) => others.includes(account))
}
