export function judgeAudit(output: string): {
  readonly verdict: 'clean' | 'found' | 'unanswered'
  readonly lines: readonly string[]
}
export function lockFaults(lock: object): string[]
