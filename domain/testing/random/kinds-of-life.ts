import type { ApplicationFacts } from '../../application/facts.ts'
import type { AwaitedResult } from '../../bundle/awaited-result.ts'
import type { WorkingCalendar } from '../../deadline/working-calendar.ts'
import type { ServiceItemId } from '../../shared/ids.ts'
import { addDays } from '../../shared/local-date.ts'
import {
  AT_ONCE,
  CHARGED,
  CROSSED,
  date,
  factsWith,
  JOINT,
  LENIENT,
  OUTSIDE_SAFETY,
  PROVINCIAL,
  renewable,
  SUSPENDED,
} from '../build.ts'

/** A part of the same bundle that was withdrawn, and that no law makes a condition. */
const ENDED_PART: AwaitedResult = {
  itemId: 'aba-49' as ServiceItemId,
  name: '企业登记',
  endedAs: '已撤回',
  isBinding: false,
}

/** Items whose rules differ, each life under one of them. */
export const KINDS_OF_LIFE: readonly ((
  calendar: WorkingCalendar,
  startsOn: string,
) => ApplicationFacts)[] = [
  (calendar) => factsWith(calendar),
  (calendar) => factsWith(calendar, { guide: { correctionLimitDays: 3 } }),
  (calendar) => factsWith(calendar, JOINT),
  (calendar) => factsWith(calendar, PROVINCIAL),
  (calendar) => factsWith(calendar, OUTSIDE_SAFETY),
  (calendar) => factsWith(calendar, CHARGED),
  (calendar) => factsWith(calendar, AT_ONCE),
  (calendar) => factsWith(calendar, LENIENT),
  (calendar) => factsWith(calendar, SUSPENDED),
  (calendar) => factsWith(calendar, { guide: { committedDays: 20 } }),
  (calendar) => factsWith(calendar, { ...CROSSED, confirmedSealMode: 'bureau' }),
  (calendar) => factsWith(calendar, CROSSED),
  (calendar) => factsWith(calendar, { awaitedResults: [ENDED_PART] }),
  (calendar, startsOn) => factsWith(calendar, renewable(addDays(date(startsOn), 33))),
  (calendar, startsOn) => factsWith(calendar, renewable(addDays(date(startsOn), 12))),
]
