import type { ApplicationView } from '../../../contract/application-view.ts'
import { LETTER_STATEMENTS, type LetterStatement } from '../../../domain/application/application.ts'
import { LETTER_STATEMENT_NAME } from '../../../domain/application/sealing/letter-statements.ts'
import { longDate } from '../../ui/dates.ts'

export type StatedLine = {
  readonly name: string
  readonly made: boolean
  readonly content: string
  readonly duty: string
  /** Empty where the law acted by itself. */
  readonly people: readonly string[]
}
type Seen = Pick<
  ApplicationView,
  'letter' | 'opinions' | 'history' | 'item' | 'decision' | 'certificate'
>

/** The four statements and who answers for each, as the letter (准予许可函) has them. */
export function statedLines(application: Seen): readonly StatedLine[] {
  return LETTER_STATEMENTS.map((statement) => ({
    name: LETTER_STATEMENT_NAME[statement],
    made: application.letter?.statements.includes(statement) ?? false,
    ...SPOKEN[statement](application),
  }))
}

const SPOKEN: Readonly<
  Record<LetterStatement, (seen: Seen) => Pick<StatedLine, 'content' | 'duty' | 'people'>>
> = {
  'procedure-lawful': ({ opinions, item }) => ({
    content: '受理、审查、听取意见、决定各环节符合法定程序',
    duty: '承办人',
    people: namesOf(
      opinions.filter(({ departmentName }) => departmentName === item.departmentName),
    ),
  }),
  'content-lawful': ({ opinions }) => ({
    content: '许可内容符合法定依据（条文见函）',
    duty: '审核人',
    people: namesOf(opinions),
  }),
  'approval-complete': ({ decision, history }) => ({
    content: decision?.deemed
      ? '依法视为准予延续，无未了事项'
      : `${decision ? `${longDate(decision.on)}签批，` : ''}无未了事项`,
    duty: '决定人',
    people: latest(history, ['LicenceGranted', 'LicenceDeemedRenewed']),
  }),
  'licence-granted': ({ certificate, history }) => ({
    content: certificate ? `《${certificate.name}》已制作完成，可以发放` : '证照已制作完成',
    duty: '签发人',
    people: latest(history, ['SealingLetterSent']),
  }),
}

/** 张某某、李某某; where nobody did it, the law did. */
export function peopleWords({ duty, people }: Pick<StatedLine, 'duty' | 'people'>): string {
  return `${duty} ${people.length === 0 ? '无（依法自动）' : people.join('、')}`
}

function namesOf(people: readonly { readonly byName: string }[]): readonly string[] {
  return [...new Set(people.map(({ byName }) => byName))]
}

/** History is newest first: a letter sent again counts, the returned one does not. */
function latest(history: Seen['history'], types: readonly string[]): readonly string[] {
  const entry = history.find(({ type }) => types.includes(type))
  return entry ? [entry.byName] : []
}
