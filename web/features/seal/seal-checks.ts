import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { shortHash } from '../../ui/short-hash.ts'

/** What the system has compared. `ok` is null where an earlier check has to be met first. */
export type SealCheck = {
  readonly key: 'letter' | 'hash' | 'decision' | 'commitment' | 'route' | 'mode' | 'hands'
  readonly name: string
  readonly ok: boolean | null
  readonly detail: string
}
type Seen = Pick<
  ApplicationView,
  | 'letter'
  | 'certificate'
  | 'decision'
  | 'commitments'
  | 'sealRoute'
  | 'sealModeUnconfirmed'
  | 'item'
  | 'possible'
  | 'status'
>

/** The checks before the seal (seed notice, part three (2) 4; separation of duties), in the order they are read. */
export function sealChecks(application: Seen): readonly SealCheck[] {
  const papers = [
    letterCheck(application),
    hashCheck(application),
    decisionCheck(application),
    ...commitmentCheck(application),
    routeCheck(application),
    modeCheck(application),
  ]
  const met = papers.every(({ ok }) => ok) && application.status === 'lettered'
  return [...papers, handsCheck(application, met)]
}

/** The first thing that stands against sealing, in words; undefined: it can be sealed. */
export function whyNotSealed(application: Seen): string | undefined {
  if (application.possible.includes('seal')) return undefined
  if (application.status !== 'lettered') return '本件已不在待盖章环节'
  return sealChecks(application).find(({ ok }) => ok === false)?.detail ?? '现在不能盖章'
}

function letterCheck({ letter }: Seen): SealCheck {
  const common = { key: 'letter', name: '准予许可函在案，未退回' } as const
  if (letter === null) return { ...common, ok: false, detail: '尚未收到部门的准予许可函' }
  const { returned, sentOn } = letter
  if (returned === null) return { ...common, ok: true, detail: `${longDate(sentOn)}出函` }
  return { ...common, ok: false, detail: `${longDate(returned.on)}已退回：${returned.reason}` }
}

function hashCheck({ letter }: Seen): SealCheck {
  const common = { key: 'hash', name: '函载摘要与证照摘要一致' } as const
  return letter?.matchesCertificate === true
    ? { ...common, ok: true, detail: `SM3 ${shortHash(letter.certificateHash)}` }
    : { ...common, ok: false, detail: '证照在出函之后有变动，请退回部门重新出函' }
}

function decisionCheck({ decision }: Seen): SealCheck {
  const common = { key: 'decision', name: '已作出准予许可决定' } as const
  if (decision?.outcome !== 'grant') return { ...common, ok: false, detail: '还没有准予许可的决定' }
  const deemed = decision.deemed ? '，视为准予延续' : ''
  return { ...common, ok: true, detail: `${longDate(decision.on)}${deemed}` }
}

/** Only where something was promised (告知承诺): found untrue, nothing is sealed on it (国办发〔2020〕42号). */
function commitmentCheck({ commitments }: Seen): readonly SealCheck[] {
  if (commitments.length === 0) return []
  const common = { key: 'commitment', name: '承诺没有查明不实' } as const
  const broken = commitments.filter(({ state }) => state === 'broken')
  if (broken.length === 0) return [{ ...common, ok: true, detail: '没有查明不实的承诺' }]
  const named = broken.map(({ material }) => material).join('、')
  return [
    {
      ...common,
      ok: false,
      detail: `部门查明第 ${named} 项材料的承诺不实，由部门撤销或者整改后再次核查；可以退回准予许可函`,
    },
  ]
}

function routeCheck({ sealRoute, item }: Seen): SealCheck {
  const common = { key: 'route', name: '由州行政审批局用印' } as const
  if (sealRoute === 'department')
    return { ...common, ok: false, detail: '本件由部门盖本部门章，不由本局盖章' }
  if (sealRoute === 'provincial')
    return { ...common, ok: false, detail: '本件由省级出具结果，不由本局盖章' }
  const detail =
    item.annexNumber === null ? '清单外事项，已纳入统一用印' : `清单第 ${item.annexNumber} 项`
  return { ...common, ok: true, detail }
}

function modeCheck({ item, sealModeUnconfirmed }: Seen): SealCheck {
  if (item.levelMark !== '×')
    return { key: 'mode', name: '用印方式明确', ok: true, detail: '清单没有标 ×' }
  const common = { key: 'mode', name: '× 事项用印方式已确认' } as const
  return sealModeUnconfirmed
    ? { ...common, ok: false, detail: '用印方式未经两人登记，不能盖章' }
    : { ...common, ok: true, detail: '两人登记一致' }
}

/** The server names the post and the hands only through what it lets this person do. */
function handsCheck({ possible }: Seen, othersMet: boolean): SealCheck {
  const common = { key: 'hands', name: '您未经手本件' } as const
  if (possible.includes('seal')) return { ...common, ok: true, detail: '未收件、未审核、未决定' }
  return othersMet
    ? { ...common, ok: false, detail: '您经手过本件或者岗位不符，须由另一位印章管理员盖章' }
    : { ...common, ok: null, detail: '以上各项满足后核对' }
}
