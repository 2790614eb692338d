import type { LodgedApplication } from '../application/application.ts'
import type { ApplicationAccepted, ApplicationReceived } from '../application/events.ts'
import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { applicationRows } from './application-words.ts'
import { youOf } from './applicant-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeBlock, NoticeDocument } from './notice.ts'

const TO_SIGN: NoticeBlock = { kind: 'sign-here', labels: ['承诺人（代理人）签名', '日期'] }

/** What follows when nothing comes: as the guide says, else what the law leaves. */
const CONSEQUENCE = {
  refuse: '逾期不补的，依照办事指南作出不予许可决定；申请人也可以撤回申请。',
  terminate: '逾期不补的，依照办事指南终止办理；申请人也可以撤回申请。',
  silent:
    '逾期不补的，可以依法作出不予许可决定，或者由申请人撤回申请（办事指南未写明其他后果，待部门确认）。',
} as const

/** 告知承诺书: what a commitment stands for, how it is checked, and what a false one costs (国办发〔2020〕42号). None where nothing was promised. */
export function commitmentLetter(
  event: ApplicationReceived,
  application: LodgedApplication,
  context: NoticeContext,
): readonly NoticeDocument[] {
  const promised = context.guide.materials.filter(
    ({ number }) => event.materials[number] === 'promised',
  )
  if (promised.length === 0) return []
  const you = youOf(application.applicant)
  const body: NoticeBlock[] = [
    { kind: 'facts', rows: applicationRows(application, context) },
    paragraph(`${you}选择以书面承诺代替下列材料。${you}可以不作承诺，按照一般程序提交材料。`),
    materialTable(promised, ({ standard }) => standard, '承诺符合的要求'),
    paragraph(
      '承诺人知悉上列要求并承诺已经符合；所作承诺真实，愿意接受事中事后核查。',
      '承诺不实的，依法终止办理、撤销决定，并依照国家规定承担信用责任。',
    ),
    TO_SIGN,
  ]
  return [slip('commitment-letter', event, body, application, context)]
}

/** 容缺受理承诺书: what follows, by when, and that no result goes out before. None where everything was in. */
export function tolerancePromise(
  event: ApplicationAccepted,
  application: LodgedApplication,
  context: NoticeContext,
): readonly NoticeDocument[] {
  const { tolerance } = event
  if (tolerance === undefined) return []
  const owed = context.guide.materials.filter(({ number }) => tolerance.materials.includes(number))
  const body: NoticeBlock[] = [
    { kind: 'facts', rows: applicationRows(application, context) },
    paragraph('本申请的主要材料齐全，经申请人申请予以容缺受理，下列材料后补：'),
    materialTable(owed, ({ standard }) => standard, '要求'),
    paragraph(
      `承诺人承诺在${chineseDate(tolerance.dueOn)}前（含当日）补交。补齐以前不作准予决定、不制证、不出件；`,
      `办理期限照常计算。${CONSEQUENCE[context.guide.toleranceLapse ?? 'silent']}`,
    ),
    TO_SIGN,
  ]
  return [slip('tolerance-promise', event, body, application, context)]
}

function slip(
  kind: 'commitment-letter' | 'tolerance-promise',
  event: ApplicationReceived | ApplicationAccepted,
  body: readonly NoticeBlock[],
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const addressee = application.applicant.name
  const dated = localDateOf(event.at)
  return frameNotice({ kind, layout: 'slip', addressee, dated, body }, application, context)
}

function materialTable(
  materials: readonly RequiredMaterial[],
  lastOf: (material: RequiredMaterial) => string,
  last: string,
): NoticeBlock {
  return {
    kind: 'table',
    columns: ['序号', '材料名称', last],
    rows: materials.map((material) => [String(material.number), material.name, lastOf(material)]),
  }
}
