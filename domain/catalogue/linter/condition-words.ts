import { error, type GuideRule, warning } from './guide-rule.ts'

const LEAST = 4
const CATCH_ALL = /(?:法律|法规|规章)[^，。；]*规定的其[他它](?:条件|要求|情形)|其[他它]条件/

export const CONDITION_WORDS: GuideRule = {
  id: 'condition-words',
  source: '《行政许可法》第十六条第四款、第三十条',
  check: ({ guide: { conditions, prohibitions } }) => [
    ...(conditions.length === 0 ? [error('conditions', '没有写明受理条件，请写明')] : []),
    ...conditions
      .filter((condition) => condition.trim().length < LEAST)
      .map((condition) => error('conditions', `受理条件“${condition}”没有说清楚，请写成一句话`)),
    ...conditions
      .filter((condition) => CATCH_ALL.test(condition))
      .map((condition) =>
        warning('conditions', `受理条件“${condition}”是兜底条件，申请人无法对照，请写明具体条件`),
      ),
    ...prohibitions
      .filter((prohibition) => prohibition.trim().length < LEAST)
      .map((words) => error('prohibitions', `禁止性要求“${words}”没有说清楚，请写成一句话`)),
  ],
}
