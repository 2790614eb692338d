import type { LetterStatement } from '../application.ts'

/** The four statements a department makes to the Bureau, in the seed notice's order. */
export const LETTER_STATEMENT_NAME = {
  'procedure-lawful': '程序合法',
  'content-lawful': '内容合法',
  'approval-complete': '审批完结',
  'licence-granted': '准予许可发证照',
} as const satisfies Record<LetterStatement, string>
