import { describe, expect, test } from 'vitest'
import type { ApplicationEvent } from '../application/events.ts'
import {
  ACCEPTED,
  CONTEXT,
  deemedRenewed,
  extended,
  JOINT_CONTEXT,
  paused,
  RENEWAL,
  REVIEWED,
} from './testing/lives.ts'
import {
  accepted,
  bodyText,
  CLERK,
  COMPANY,
  contextOf,
  granted,
  missingFields,
  nine,
  paperOf,
  receipt,
  refused,
  reviewed,
} from './testing/paper.ts'

const LAW = '《中华人民共和国行政许可法》'
const RECONSIDERATION = '向阿坝藏族羌族自治州人民政府申请行政复议'
const SUIT = '第四十六条向有管辖权的人民法院'

describe('the notice of a special procedure', () => {
  test('names the procedure, basis, body, start, length, what it does to the clock and what to do', () => {
    const fields = {
      procedure: '依法需要进行听证',
      basis: '依据：该事项的设定依据（待部门确认）',
      article: `${LAW}第四十五条`,
      start: '自2026年3月5日起至听证结束之日止，所需时间不计入办理期限',
      estimate: '预计20个工作日',
      duty: '举行七日前另行通知',
      remaining: '恢复计时后尚余18个工作日',
      result: '听证的结果、恢复计时的日期和新的到期日',
      body: '承办单位：阿坝州文体旅游局；联系电话：待业主确认',
    }
    expect(missingFields(paperOf([...ACCEPTED, paused('hearing')], CONTEXT), fields)).toEqual([])
  })

  test('a confirmed guide gives its own law as the basis', () => {
    const context = contextOf(42, {
      guide: { confirmation: 'confirmed', legalBasis: ['《示例条例》第八条'] },
    })
    expect(bodyText(paperOf([...ACCEPTED, paused('expert-review')], context))).toContain(
      '依法需要进行专家评审，依据：《示例条例》第八条',
    )
  })
})

describe('the notice of extension', () => {
  test('tells acceptance, old and new due date, days, reason, article and who approved', () => {
    const fields = {
      accepted: '于2026年3月3日受理',
      before: '法定办理期限20个工作日，原期限至2026年3月31日',
      reason: '因案情复杂，需要进一步核实，不能在上述期限内作出决定',
      article: `${LAW}第四十二条第一款`,
      approver: '经阿坝州文体旅游局负责人于2026年3月25日批准',
      days: '延长10个工作日',
      after: '延长后的期限至2026年4月15日',
    }
    expect(missingFields(paperOf([...ACCEPTED, extended(10)], CONTEXT), fields)).toEqual([])
  })

  test('joint handling: fifteen days, by the head of the prefecture government', () => {
    const history = [receipt(JOINT_CONTEXT), accepted('2026-03-03'), extended(15)]
    const fields = {
      before: '法定办理期限45个工作日',
      article: `${LAW}第四十二条第二款`,
      approver: '经阿坝藏族羌族自治州人民政府负责人于2026年3月25日批准',
      days: '延长15个工作日',
    }
    expect(missingFields(paperOf(history, JOINT_CONTEXT), fields)).toEqual([])
  })
})

describe('the grant', () => {
  test('names licensee, content, conditions, term, certificate, duties, publicity and remedies of third parties', () => {
    const received = receipt(CONTEXT, { applicant: COMPANY })
    const history = [...REVIEWED.slice(1), granted('2026-03-05')]
    const fields = {
      number: '决定书文号：⟦文号⟧',
      licensee: '被许可人：阿坝州示例演艺有限公司',
      code: '统一社会信用代码：91513200MA00000018',
      address: '住所（地址）：以申请材料载明为准',
      representative: '法定代表人（负责人）',
      dates: '于2026年3月2日提出',
      accepted: '自2026年3月3日受理',
      facts: '经审查，符合规定条件。',
      article: `${LAW}第三十八条第一款`,
      content: '许可内容：建设工程文物保护和考古许可',
      conditions: '许可条件：申请事项依法需要取得行政许可',
      term: '有效期：以许可证件载明为准',
      certificate: `许可证件：${CONTEXT.guide.certificateName}`,
      organ: '决定机关：阿坝州文体旅游局',
      delivery: '十个工作日内（至2026年3月19日）颁发、送达',
      seal: '阿坝州行政审批局行政审批专用章',
      duties: '不得涂改、倒卖、出租、出借',
      publicity: '依法予以公开，公众有权查阅（第四十条）',
      thirdParties: '利害关系人对本决定不服的',
      reconsideration: RECONSIDERATION,
    }
    expect(missingFields(paperOf([received, ...history], CONTEXT), fields)).toEqual([])
  })

  test('a renewable licence of fixed years says when to apply again', () => {
    const context = contextOf(42, { guide: { renewable: true, validityYears: 3 } })
    const text = bodyText(paperOf([...REVIEWED, granted('2026-03-05')], context))
    expect(text).toContain('有效期：3年')
    expect(text).toContain('有效期届满三十日前提出申请（第五十条第一款）')
  })

  test('where the department seals itself, no seal of the Bureau is promised', () => {
    const context = { ...CONTEXT, sealRoute: 'department' as const }
    const text = bodyText(paperOf([...REVIEWED, granted('2026-03-05')], context))
    expect(text).toContain('由阿坝州文体旅游局加盖印章')
    expect(text).not.toContain('行政审批局')
  })

  test('an answered renewal is granted under articles 38 and 50', () => {
    const text = bodyText(paperOf([...RENEWAL, granted('2026-03-05')], CONTEXT))
    expect(text).toContain('第三十八条第一款、第五十条第二款，本机关决定准予延续行政许可')
  })

  test('deemed renewal: nothing decided by the expiry, so the law renewed', () => {
    const paper = paperOf([...RENEWAL, deemedRenewed], CONTEXT)
    const fields = {
      expiry: '原行政许可有效期至2026年4月10日',
      silence: '未在有效期届满前作出是否准予延续的决定',
      article: `${LAW}第五十条第二款`,
      since: '自2026年4月10日二十四时起视为准予延续',
      term: '延续后的期限由本机关在换发的许可证件中载明',
      reconsideration: RECONSIDERATION,
    }
    expect(missingFields(paper, fields)).toEqual([])
    expect(paper.title).toBe('准予延续行政许可决定书（视为准予延续）')
    expect(paper.kind).toBe('grant-decision')
  })
})

describe('the refusal', () => {
  test('gives facts, evidence, what was heard, the law not met, and the remedies', () => {
    const fields = {
      facts: '经审查，现场核查发现经营场所面积不足',
      evidence: '申请书、场所或者资格证明、身份证明、阿坝州文体旅游局2026年3月4日的审核意见',
      heard: '本件未举行听证',
      statements: '第七条、第三十六条',
      basis: '规定的许可条件',
      article: `${LAW}第三十八条第二款，本机关决定不予行政许可`,
      reconsideration: RECONSIDERATION,
      suit: SUIT,
    }
    expect(missingFields(paperOf([...REVIEWED, refused('2026-03-05')], CONTEXT), fields)).toEqual(
      [],
    )
  })

  test('after a hearing it rests on the minutes; after testing it names the standard', () => {
    const decided = (kind: Parameters<typeof paused>[0]) => {
      const resumed: ApplicationEvent = {
        type: 'ClockResumed',
        by: CLERK,
        at: nine('2026-03-20'),
        kind,
      }
      return bodyText(paperOf([...REVIEWED, paused(kind), resumed, refused('2026-03-23')], CONTEXT))
    }
    expect(decided('hearing')).toContain('根据听证笔录作出')
    expect(decided('hearing')).not.toContain('第五十五条')
    expect(decided('testing')).toContain('技术标准、技术规范')
    expect(decided('testing')).toContain('第五十五条第三款')
  })

  test('the justice bureau’s refusal names the provincial justice department too', () => {
    const context = contextOf(4)
    const history = [
      receipt(context),
      accepted('2026-03-03'),
      reviewed('2026-03-04', 'justice'),
      refused('2026-03-05'),
    ]
    expect(bodyText(paperOf(history, context))).toContain('或者四川省司法厅申请行政复议')
  })
})
