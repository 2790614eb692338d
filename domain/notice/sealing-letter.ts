import { partOf } from '../application/act.ts'
import { LETTER_STATEMENTS } from '../application/application.ts'
import type { LetterStatement, LodgedApplication } from '../application/application.ts'
import type { SealingLetterSent } from '../application/events.ts'
import { LETTER_STATEMENT_NAME } from '../application/sealing/letter-statements.ts'
import { lastDayOf, limitPeriod } from '../deadline/clock-period.ts'
import { sealInscriptionOf } from '../sealing/seal-inscription.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { applicationRows, departmentName, itemBasis } from './application-words.ts'
import { APPROVAL_BUREAU } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { DECISION_NUMBER_TOKEN } from './tokens.ts'

const SEED_NOTICE =
  '《关于推进“一窗受理、集成办理”审批服务实施方案（试行）》（阿府办函〔2019〕88号）'

/** 准予许可函: the department tells the Bureau four things and binds the certificate by its hash (seed notice, part three (2) 4). */
export function sealingLetter(
  event: SealingLetterSent,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { item } = context
  const certificate = partOf(application, 'certificate')
  return frameNotice(
    {
      kind: 'sealing-letter',
      title: `${departmentName(application, context)}关于“${item.name}”准予许可发证照的函`,
      layout: 'letter',
      addressee: context.organisationOf(APPROVAL_BUREAU).name,
      dated: localDateOf(event.at),
      body: [
        paragraph(`下列申请已审批完结，根据${SEED_NOTICE}第三部分第（二）项第4目，现函告如下：`),
        {
          kind: 'facts',
          rows: [
            ...applicationRows(application, context),
            ['决定书', decision(application)],
            ['办理时限', timeliness(application, context)],
            ['证照名称', certificate.name],
            ['证照编号', certificate.number],
            ['证照份数', `1份（第${certificate.version}版）`],
            ['证照文件摘要', `SM3 ${event.certificateHash}`],
          ],
        },
        {
          kind: 'table',
          columns: ['序号', '声明事项', '声明内容', '结论', '责任人'],
          rows: LETTER_STATEMENTS.map((statement, at) => [
            String(at + 1),
            LETTER_STATEMENT_NAME[statement],
            declarationOf(statement, application, context),
            event.statements.includes(statement) ? '确认' : '未确认',
            responsibleFor(statement, event, application),
          ]),
        },
        paragraph(
          `我单位对上述声明和案卷资料负责（谁审核、谁负责）。${request(context)}证照文件与上列摘要不符的，请勿用印并退回我单位。`,
        ),
        paragraph(
          '附件：1. 准予行政许可决定书；2. 证照文件；3. 申请材料清单。',
          `签发人：${event.by.name}。`,
        ),
      ],
    },
    application,
    context,
  )
}

function decision(application: LodgedApplication): string {
  const { on, deemed } = partOf(application, 'decision')
  return `${chineseDate(on)}准予行政许可${deemed ? '（视为准予延续）' : ''}，${DECISION_NUMBER_TOKEN}`
}

/** A late decision is still good, but the Bureau is told. */
function timeliness(application: LodgedApplication, { guide, calendar }: NoticeContext): string {
  const { on } = partOf(application, 'decision')
  const period = limitPeriod('decision', application, guide)
  if (period === undefined) throw new Error('Decided, and never accepted')
  const last = lastDayOf(period, calendar)
  const words = `法定期限至${chineseDate(last)}，决定于${chineseDate(on)}作出`
  return on > last ? `${words}，已超过法定期限` : `${words}，未超期`
}

function declarationOf(
  statement: LetterStatement,
  application: LodgedApplication,
  context: NoticeContext,
): string {
  switch (statement) {
    case 'procedure-lawful':
      return '受理、审查、听取意见、决定各环节符合法定程序，办理时限如上所列'
    case 'content-lawful':
      return `许可内容符合${itemBasis(context.guide)}`
    case 'approval-complete':
      if (partOf(application, 'decision').deemed)
        return '已依《中华人民共和国行政许可法》第五十条第二款视为准予延续，无未了事项'
      return `负责人已于${chineseDate(partOf(application, 'decision').on)}签批，无未了事项`
    case 'licence-granted':
      return `准予许可，《${partOf(application, 'certificate').name}》已制作完成，可以发放`
  }
}

/** Handler, reviewers, decider, and who sends the letter. */
function responsibleFor(
  statement: LetterStatement,
  event: SealingLetterSent,
  application: LodgedApplication,
): string {
  const { opinions, departmentId } = application
  switch (statement) {
    case 'procedure-lawful':
      return named(
        '承办人',
        opinions.filter((opinion) => opinion.departmentId === departmentId),
      )
    case 'content-lawful':
      return named('审核人', opinions)
    case 'approval-complete':
      return named('决定人', [partOf(application, 'decision')])
    case 'licence-granted':
      return `签发人：${event.by.name}`
  }
}

/** A deemed renewal may have come before any opinion did. */
function named(duty: string, people: readonly { readonly byName: string }[]): string {
  const names = [...new Set(people.map(({ byName }) => byName))]
  return names.length === 0 ? `${duty}：无（依法自动）` : `${duty}：${names.join('、')}`
}

function request({ sealRoute }: NoticeContext): string {
  const { organisation, purpose } = sealInscriptionOf('approval-seal', '')
  return sealRoute === 'bureau'
    ? `请核对后加盖“${organisation}${purpose ?? ''}”，由综合窗口统一出件。`
    : '本事项未纳入统一用印，本函供你局备案。'
}
