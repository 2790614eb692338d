import type { ApplicationEvent } from './events.ts'

const RECORDS: readonly ApplicationEvent['type'][] = [
  'NoticeSigned',
  'DueDatesRecomputed',
  'CardRaised',
  'ApplicantReminded',
  'ToleranceReminded',
  'ToleranceLapsed',
]

/** Records and signals do not change what a person was looking at: they leave `version` alone, so nobody's act is refused for them. */
export function movesVersion({ type }: ApplicationEvent): boolean {
  return !RECORDS.includes(type)
}
