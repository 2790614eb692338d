/** What a call about a bad rating may end with: the first three set the next limit, the others settle it (ratings.ts). */
export const FOLLOW_UP_OUTCOME_NAME = {
  contacted: '已联系',
  hard: '疑难，正在处理',
  fixed: '已整改',
  resolved: '已回访，评价人满意',
  unresolved: '已回访，评价人仍不满意',
} as const
export type FollowUpOutcome = keyof typeof FOLLOW_UP_OUTCOME_NAME
export const FOLLOW_UP_OUTCOMES = Object.keys(FOLLOW_UP_OUTCOME_NAME) as FollowUpOutcome[]

/** An outcome recorded in other words is shown in those words. */
export function followUpOutcomeName(outcome: string): string {
  return FOLLOW_UP_OUTCOMES.includes(outcome as FollowUpOutcome)
    ? FOLLOW_UP_OUTCOME_NAME[outcome as FollowUpOutcome]
    : outcome
}
