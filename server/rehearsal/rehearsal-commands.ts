/** What a scenario may have people do; the names of the acts are the product's own. */
export const REHEARSAL_COMMANDS = [
  'receive',
  'accept',
  'decline',
  'request-correction',
  'supply-correction',
  'lapse',
  'withdraw',
  'terminate',
  'review',
  'begin-procedure',
  'end-procedure',
  'extend',
  'settle-fee',
  'decide',
  'make-certificate',
  'send-letter',
  'confirm-seal-mode',
  'return-letter',
  'seal',
  'receive-provincial-result',
  'notify-pickup',
  'issue',
  'confirm-delivery',
  'archive',
  'revoke',
  'rate',
  'follow-up',
  'explain-card',
  'close-card',
  'wait',
  'tamper',
] as const
export type RehearsalCommand = (typeof REHEARSAL_COMMANDS)[number]

/** Beside the procedure: no command on a lodged application. */
export const OUTSIDE_THE_PROCEDURE = ['receive', 'confirm-seal-mode', 'wait', 'tamper'] as const
export type ProcedureCommand = Exclude<RehearsalCommand, (typeof OUTSIDE_THE_PROCEDURE)[number]>
