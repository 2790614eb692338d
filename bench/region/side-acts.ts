import type { LodgedApplication } from '../../domain/application/application.ts'
import { openCardsOf } from '../../domain/application/worst-card.ts'
import type { LifePlan } from './life-plan.ts'
import type { NextAct, Post } from './next-act.ts'

/** What stands beside the procedure: ratings, calls about them, answers to cards. Null: nothing is due. */
export function sideAct(
  application: LodgedApplication,
  plan: LifePlan,
  done: readonly string[],
): NextAct | null {
  return rating(application, plan, done) ?? cards(application, plan)
}

function rating(
  application: LodgedApplication,
  { rating: given }: LifePlan,
  done: readonly string[],
): NextAct | null {
  if (given === null || application.delivery === null) return null
  if (!done.includes('RateService'))
    return side('applicant', 1, 'RateService', {
      grade: given.grade,
      text: given.grade <= 2 ? '等候时间太长，来回跑了两次。' : '',
    })
  if (given.grade > 2 || !given.answered) return null
  const calls = done.filter((type) => type === 'FollowUpRating').length
  if (calls === 0)
    return side('supervisor', 1, 'FollowUpRating', {
      outcome: 'contacted',
      text: '已电话联系评价人，了解情况。',
    })
  return calls === 1
    ? side('supervisor', 2, 'FollowUpRating', {
        outcome: 'resolved',
        text: '窗口已整改，评价人表示满意。',
      })
    : null
}

function cards(application: LodgedApplication, plan: LifePlan): NextAct | null {
  if (!plan.explainsCards) return null
  const open = openCardsOf(application).filter(({ level }) => level !== 'warning')
  const unexplained = open.find(({ explanation }) => explanation === null)
  if (unexplained !== undefined)
    return side(answering(unexplained.answerableId, application), 1, 'ExplainCard', {
      rule: unexplained.rule,
      text: '当日办件集中、人手不足，已调整分工并尽快办结。',
    })
  const [explained] = open
  return explained === undefined
    ? null
    : side('supervisor', 2, 'CloseCard', {
        rule: explained.rule,
        accept: true,
        text: '情况属实，予以销号。',
      })
}

function answering(answerableId: string, { departmentId }: LodgedApplication): Post {
  if (answerableId === departmentId) return 'head'
  return answerableId === 'approval-bureau' ? 'sealer' : 'clerk'
}

function side(who: Post, wait: number, type: NextAct['act']['type'], more: object): NextAct {
  return { who, wait, act: { type, ...more } as NextAct['act'] }
}
