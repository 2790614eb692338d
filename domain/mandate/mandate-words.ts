import type { MandateFault } from './check-mandate.ts'
import type { MandateRefusal } from './mandate-allows.ts'

/** Why it is refused and what to do, in Chinese. */
export const MANDATE_REFUSAL_SENTENCE = {
  'not-the-agent': '这份授权不是给您的，请用接受授权的账号登录办理。',
  'other-principal': '这份授权的授权人不是本申请的申请人，请核对申请人，或者选择另一份授权。',
  'not-accepted': '这份授权还没有生效：委托须由代理人接受，监护关系须经窗口核验。',
  revoked: '这份授权已经撤销，请联系授权人重新授权，或者由申请人本人办理。',
  'not-yet-begun': '这份授权的期限还没有开始，请在授权期限内办理。',
  expired: '这份授权已经到期，请联系授权人重新授权，或者由申请人本人办理。',
  'ward-of-age': '被监护人已满 18 周岁，监护关系终止，请由本人办理。',
  'item-not-covered': '这份授权不包括本事项，请联系授权人补充授权。',
  'act-not-covered': '这份授权不包括这项操作，请联系授权人补充授权。',
} as const satisfies Record<MandateRefusal, string>

/** What is wrong with a mandate as it is offered, and how to mend it. */
export const MANDATE_FAULT_SENTENCE = {
  'to-oneself': '不需要授权给自己，本人直接办理即可。',
  'agent-is-no-person': '代理人须为自然人，请填写代理人的身份证件。',
  'agent-not-of-age': '代理人未满 18 周岁，不能代理他人办理，请另选代理人。',
  'principal-not-of-age': '您未满 18 周岁，请由监护人登记监护关系后代为办理。',
  'ends-before-it-begins': '授权的截止日期早于开始日期，请核对。',
  'ended-already': '授权的截止日期已经过去，请核对。',
  'end-required': '委托须有截止日期，请填写。',
  'too-long': '委托最长两年，请把截止日期提前，到期可以再次委托。',
  'role-of-enterprise': '法定代表人、经办人由企业账号指定，个人请选择“委托代理人”。',
  'role-of-person': '企业请指定“法定代表人”或者“经办人”。',
  'ward-of-age':
    '被监护人已满 18 周岁，不能以未成年人登记；无民事行为能力或者限制民事行为能力的，请选择相应理由。',
  'ward-age-unknown': '证件不能表明年龄，请使用被监护人的公民身份号码，或者到窗口核验。',
} as const satisfies Record<MandateFault, string>
