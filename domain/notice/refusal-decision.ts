import { partOf } from '../application/act.ts'
import type { LodgedApplication } from '../application/application.ts'
import type { LicenceRefused } from '../application/events.ts'
import { PROCEDURE_NAME } from '../deadline/clock-words.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { departmentName, itemBasis, materialsGiven, theApplication } from './application-words.ts'
import { phones } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, heading, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { remediesParagraph } from './remedies.ts'
import { asSentence } from './sentence.ts'

const LAW = '《中华人民共和国行政许可法》'

/** 不予行政许可决定书: facts, evidence, the condition not met, and the remedies (Licensing Law arts. 7, 36, 38(2), 55(3)). */
export function refusalDecision(
  event: LicenceRefused,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const dated = localDateOf(event.at)
  const acceptance = partOf(application, 'acceptance')
  return frameNotice(
    {
      kind: 'refusal-decision',
      layout: 'official',
      addressee: application.applicant.name,
      dated,
      body: [
        paragraph(
          `${theApplication(application, context)}，自${chineseDate(acceptance.on)}${acceptance.deemed ? '起视为受理' : '受理'}。现已审查完毕。`,
        ),
        heading('一、事实和证据'),
        paragraph(`经审查，${asSentence(event.reason)}`, evidence(application, context)),
        heading('二、听取意见情况'),
        paragraph(heard(application)),
        heading('三、依据和决定'),
        paragraph(
          `上述情形不符合${unmet(context)}${technicalStandard(application)}`,
          `根据${LAW}第三十八条第二款，本机关决定不予行政许可。`,
        ),
        heading('四、救济途径'),
        paragraph(
          remediesParagraph({
            opening: '如不服本决定',
            departmentName: departmentName(application, context),
            decidedOn: dated,
            servedOnline: application.channel === 'portal',
          }),
          phones(context),
        ),
      ],
    },
    application,
    context,
  )
}

/** Materials looked at, opinions given, special procedures held. */
function evidence(application: LodgedApplication, context: NoticeContext): string {
  const materials = materialsGiven(application, context.guide).map(({ name }) => name)
  const opinions = application.opinions.map(
    ({ departmentId, on }) =>
      `${context.organisationOf(departmentId).name}${chineseDate(on)}的审核意见`,
  )
  const procedures = application.pauses.map(
    ({ kind, begunOn }) => `${chineseDate(begunOn)}启动的${PROCEDURE_NAME[kind]}的结果`,
  )
  const listed = [...materials, ...opinions, ...procedures]
  return listed.length === 0 ? '' : `以上事实有下列证据证明：${listed.join('、')}。`
}

function heard({ pauses }: LodgedApplication): string {
  const hearing = pauses.find(({ kind }) => kind === 'hearing')
  return hearing === undefined
    ? `本件未举行听证。申请人、利害关系人依法享有陈述和申辩的权利（${LAW}第七条、第三十六条），其意见及处理情况记入案卷。`
    : `本件已于${chineseDate(hearing.begunOn)}起依法组织听证，本决定根据听证笔录作出（${LAW}第四十八条第二款）；` +
        '申请人、利害关系人的陈述、申辩意见及处理情况记入案卷（第七条、第三十六条）。'
}

function unmet({ guide }: NoticeContext): string {
  const conditions =
    guide.conditions.length > 0 ? `本事项的许可条件为：${guide.conditions.join('；')}。` : ''
  return `${itemBasis(guide)}规定的许可条件。${conditions}`
}

const TECHNICAL: readonly string[] = ['inspection', 'testing', 'quarantine']

/** Art. 55(3): a refusal that rests on inspection, testing or quarantine names the standard. */
function technicalStandard({ pauses }: LodgedApplication): string {
  return pauses.some(({ kind }) => TECHNICAL.includes(kind))
    ? `所依据的技术标准、技术规范见检验、检测、检疫报告载明的标准（${LAW}第五十五条第三款）。`
    : ''
}
