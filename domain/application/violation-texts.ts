import { LETTER_STATEMENT_NAME } from './sealing/letter-statements.ts'
import { STATUS_NAME } from './status-names.ts'
import { ACTION_NAME } from './action-names.ts'
import { nextActionsOf } from './allowed-actions.ts'
import type { Explanation, Violation, ViolationCode } from './violations.ts'

type Texts = {
  readonly [Code in ViolationCode]: (violation: Extract<Violation, { code: Code }>) => Explanation
}

const law = (articles: string) => `行政许可法${articles}`
const NOTICE = '阿府办函〔2019〕88号'
const fixed = (sentence: string, article: string) => () => ({ sentence, article })

/** Why it was refused and what to do instead, for the person at the screen; and the rule it rests on. */
const TEXTS: Texts = {
  'not-your-application': fixed('这不是您本人的办件，只能查看和办理自己的申请。', law('第五条')),
  'only-the-window-accepts': fixed(
    '收件和受理只能由综合窗口办理，部门不得单独收件。请引导申请人到综合窗口。',
    `${NOTICE}第三部分（一）1`,
  ),
  'separation-of-duties': ({ did }) => ({
    sentence: `受理、审批、用印、监督相互分离：${did}，请由其他人员办理本步骤。`,
    article: `${NOTICE}第二部分（三）`,
  }),
  'not-your-department': fixed(
    '本步骤由该事项的审批部门办理，您不属于该部门。',
    `${NOTICE}第三部分（二）3`,
  ),
  'not-permitted': fixed('您的岗位不办理本步骤，请转交有权岗位。', `${NOTICE}第三部分（二）2`),
  'action-not-allowed': ({ action, status }) => {
    const next = nextActionsOf(status)
    return {
      sentence: `办件当前为“${STATUS_NAME[status]}”，不能${ACTION_NAME[action]}。${next.length > 0 ? `当前可以：${next.map((name) => ACTION_NAME[name]).join('、')}。` : '本件已经办结。'}`,
      article: `${NOTICE}第三部分（二）2`,
    }
  },
  'already-lodged': fixed('这件申请已经收件，请刷新后查看。', law('第三十二条')),
  'not-trained-for-item': fixed(
    '您未开通岗位，或者尚未通过服务礼仪和该事项部门业务的培训，不能受理本事项。请转给已通过培训的窗口人员。',
    `${NOTICE}第三部分（一）4`,
  ),
  'guide-not-published': fixed(
    '本事项尚未公布办事指南，不能收件。请联系事项管理员公布指南。',
    law('第三十条'),
  ),
  'item-devolved': ({ handledBy }) => ({
    sentence: `本事项已下放，请到${handledBy}办理。`,
    article: law('第三十二条第一款第二项'),
  }),
  'item-suspended': ({ atTheWindow }) => ({
    sentence: atTheWindow
      ? '本事项标注为暂停。请向申请人说明；申请人坚持申请的，选择“坚持申请”后照收，部门须在五个工作日内答复。'
      : '本事项标注为暂停，网上和自助终端不能申请。您仍可到综合窗口提出申请。',
    article: law('第二十一条、第三十二条'),
  }),
  'item-not-offered': ({ why }) => ({ sentence: why, article: law('第二十条、第二十一条') }),
  'unknown-situation': ({ why }) => ({ sentence: why, article: law('第三十条') }),
  'form-invalid': ({ faults }) => ({
    sentence: `表单有 ${faults.length} 处需要修改，请按各项的提示填写。`,
    article: law('第二十九条、第三十一条'),
  }),
  'form-version-changed': ({ version }) => ({
    sentence: `表单已更新到第 ${version} 版。您填写的内容都保留着，请核对有变化的栏目后再提交。`,
    article: law('第三十条'),
  }),
  'mandate-invalid': ({ why }) => ({ sentence: why, article: law('第二十九条第一款') }),
  'commitment-not-allowed': ({ material }) => ({
    sentence: `第 ${material} 项材料不适用告知承诺，请提交材料本身。`,
    article: '国办发〔2020〕42号',
  }),
  'not-tolerable': ({ materials }) => ({
    sentence: `第 ${materials.join('、')} 项材料不在可以容缺的范围，不能容缺受理。请补齐，或者一次性告知补正。`,
    article: '办事指南的容缺规定',
  }),
  'bundle-result-missing': ({ items }) => ({
    sentence: `本件属于“一件事”，须先取得${items.map((name) => `“${name}”`).join('、')}的结果，才能准予许可。期限照常计算。`,
    article: '“一件事”办事指南的先后次序',
  }),
  'bundle-nothing-ended': ({ items }) => ({
    sentence:
      items.length === 0
        ? '本件没有在等“一件事”里的其他事项，照常办理即可。'
        : `${items.map((name) => `“${name}”`).join('、')}还在办理，等有了结果再选择是否单独继续。`,
    article: '“一件事”办事指南的先后次序',
  }),
  'bundle-part-depends': ({ items }) => ({
    sentence: `${items.map((name) => `“${name}”`).join('、')}的结果是本件依法准予许可的前提，不能不等它单独继续。可以撤回本件；也可以另行申请，取得后本件再作决定。`,
    article: '“一件事”办事指南的先后次序',
  }),
  'tolerated-material-missing': ({ materials }) => ({
    sentence: `容缺的第 ${materials.join('、')} 项材料尚未补交，不能准予许可、制证或者出件。`,
    article: '容缺受理承诺书',
  }),
  'tolerance-consequence-open': ({ said }) => ({
    sentence: said
      ? '本事项办事指南写明容缺逾期依法作出不予许可决定，不能终止办理。'
      : '本事项办事指南没有写明容缺逾期终止办理（待部门确认），不能以此终止。可以催交，或者依法作出不予许可决定；申请人也可以撤回申请。',
    article: '容缺受理承诺书、办事指南的容缺规定',
  }),
  'commitment-broken': ({ materials }) => ({
    sentence: `经核查，第 ${materials.join('、')} 项材料的承诺不实，不能准予许可、制证、出函、盖章或者出件。尚未决定的依法终止办理或者不予许可，已经准予的由作出决定的部门依法撤销；责令限期整改的，整改后由部门再次核查。`,
    article: '国办发〔2020〕42号；行政许可法第六十九条第二款',
  }),
  'invalid-id-number': ({ why }) => ({
    sentence: `居民身份证号码有误：${why}请对照证件重新填写。`,
    article: 'GB 11643',
  }),
  'invalid-credit-code': ({ why }) => ({
    sentence: `统一社会信用代码有误：${why}请对照营业执照重新填写。`,
    article: 'GB 32100',
  }),
  'renewal-not-possible': ({ why }) => ({ sentence: why, article: law('第五十条') }),
  'materials-incomplete': ({ materials }) => ({
    sentence: `第 ${materials.join('、')} 项材料缺少或者不合格，不能受理。请当场更正，或者一次性告知补正。`,
    article: law('第三十二条第一款第四、五项'),
  }),
  'checks-not-passed': fixed(
    '四项审核（材料齐全、要素完整、法定形式、属本机关管辖）未全部通过，不能受理。',
    `${NOTICE}第三部分（二）1`,
  ),
  'unknown-material': ({ material }) => ({
    sentence: `办事指南没有第 ${material} 项材料，请按指南的编号填写。`,
    article: law('第三十条'),
  }),
  'correction-window-closed': fixed(
    '五个工作日内没有告知补正，本申请自收到之日起即为受理，不能再要求补正。',
    law('第三十二条第一款第四项'),
  ),
  'correction-must-be-complete-at-once': ({ asked }) => ({
    sentence: `补正只能一次性告知。再次告知只能针对首次列明而仍未补正的材料（第 ${asked.join('、')} 项）。`,
    article: law('第三十二条第一款第四项'),
  }),
  'must-accept-after-correction': fixed(
    '申请人已按要求补齐全部材料，应当受理；除不属本机关管辖、依法不需要许可、材料虚假外，不得不予受理。',
    law('第三十二条第一款第五项'),
  ),
  'correction-not-asked': fixed(
    '尚未告知补正，不能以未补正为由不予受理。请先一次性告知需要补正的全部内容。',
    law('第三十二条第一款第四项'),
  ),
  'no-limit-to-correct': fixed(
    '法律没有规定申请人的补正期限（或者期限未届满），不能按逾期未补正办结。申请人自愿放弃的，可以撤回申请。',
    law('第三十二条'),
  ),
  'already-decided': fixed(
    '决定已经作出，不能撤回申请。不再需要许可的，可以依法申请注销。',
    law('第七十条'),
  ),
  'not-a-special-procedure': fixed(
    '只有听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审可以不计入期限；现场核查、公示、等待签批都不能暂停计时。',
    law('第四十五条'),
  ),
  'procedure-too-late': fixed('办理期限已经届满，不能再启动特别程序。', law('第四十五条')),
  'procedure-already-running': fixed(
    '已有特别程序正在进行，同一时间只能有一个。请先结束正在进行的程序。',
    law('第四十五条'),
  ),
  'not-department-head': fixed('延长期限须由本部门负责人批准。', law('第四十二条第一款')),
  'needs-government-approval': fixed(
    '联合办理的事项延长期限，须由州人民政府负责人批准。',
    law('第四十二条第二款'),
  ),
  'extension-too-late': fixed(
    '办理期限已经届满，不能再延长。请尽快作出决定；超期情况会记入电子监察。',
    law('第四十二条'),
  ),
  'already-extended': fixed('期限已经延长过一次，不能再次延长。', law('第四十二条')),
  'opinions-missing': ({ departments }) => ({
    sentence: `尚缺${departments.join('、')}的意见，牵头部门须在意见到齐后作出决定。`,
    article: law('第二十六条第二款'),
  }),
  'reason-too-short': ({ least }) => ({
    sentence: `不予许可应当说明事实、依据和结论，理由不少于 ${least} 个字。`,
    article: law('第三十八条第二款'),
  }),
  'fee-not-settled': ({ amount }) => ({
    sentence: `尚未登记缴费或者减免（应缴 ${amount} 元），不能制作证照。`,
    article: `${law('第五十八条、第五十九条')}；${NOTICE}第三部分（二）3`,
  }),
  'letter-missing': fixed('尚未收到部门的准予许可函，不能盖章。', `${NOTICE}第三部分（二）4`),
  'letter-incomplete': ({ missing }) => ({
    sentence: `准予许可函应当写明四项内容，还缺：${missing.map((name) => LETTER_STATEMENT_NAME[name]).join('、')}。`,
    article: `${NOTICE}第三部分（二）4`,
  }),
  'hash-mismatch': fixed(
    '证照在出函之后有变动，与函所载摘要不一致。请退回部门重新出函。',
    `${NOTICE}第三部分（二）4`,
  ),
  'seal-mode-unconfirmed': fixed(
    '附件对本事项标有“×”，含义未明。须由州行政审批局两名人员登记用印方式和文件号后才能盖章。',
    `${NOTICE}附件`,
  ),
  'not-sealed': fixed('证照尚未盖章，不能出件。', law('第三十九条')),
  'no-proof-of-delivery': fixed(
    '没有送达凭证：窗口领取须有申请人签名的送达回证，邮寄须有快递签收证明。',
    `${law('第四十四条')}；${NOTICE}第三部分（二）5`,
  ),
  'already-rated': fixed('这次服务您已经评价过了，每次服务评价一次。', 'GB/T 39734'),
  'nothing-to-answer': fixed('没有等待处理的监察信号或者差评。', `${NOTICE}第三部分（二）6`),
}

export function explainViolation<Code extends ViolationCode>(
  violation: Extract<Violation, { code: Code }>,
): Explanation {
  const text: (of: typeof violation) => Explanation = TEXTS[violation.code]
  return text(violation)
}
