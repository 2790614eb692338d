import type { ApplicationView } from '../../../contract/application-view.ts'

type Rating = ApplicationView['ratings'][number]

/** The rating the next call is about, as the rules choose it (domain ratings.ts): first whoever was not called yet. */
export function ratingToCall(ratings: readonly Rating[]): Rating | undefined {
  const waiting = ratings.filter(({ followUpDueOn }) => followUpDueOn !== null)
  return waiting.find(({ followUps }) => followUps.length === 0) ?? waiting[0]
}
