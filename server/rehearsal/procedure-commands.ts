import { z } from 'zod'
import type { ApplicationCommandName } from '../../contract/application-commands.ts'
import type { ApplicationView } from '../../contract/application-view.ts'
import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { ProcedureCommand } from './rehearsal-commands.ts'
import { SIGNATURE_PICTURE } from './signature-picture.ts'
import {
  amount,
  day,
  listOf,
  mapping,
  oneOf,
  wholeNumber,
  words,
  yesOrNo,
} from './scenario-words.ts'

/** What is known when a step is played: defaults come from it. */
export type Scene = {
  /** The application before the step; null when there is none. */
  readonly view: ApplicationView | null
  /** The step expects a refusal: then nothing is made up that might avoid it. */
  readonly expectsRefusal: boolean
}

/** The body of the API's command, without its envelope. */
type Body = Readonly<Record<string, unknown>>
export type PlayCommand = (scene: Scene) => Body
type CommandSchema = z.ZodType<PlayCommand>

function command<Fields extends z.ZodRawShape>(
  fields: Fields,
  bodyOf: (given: z.output<z.ZodObject<Fields, z.core.$strict>>, scene: Scene) => Body,
): CommandSchema {
  return mapping(
    z.strictObject(fields).transform(
      (given): PlayCommand =>
        (scene) =>
          bodyOf(given, scene),
    ),
  ) as CommandSchema
}

const reasonOr = (usual: string) =>
  command({ reason: words.optional() }, ({ reason = usual }) => ({ reason }))
const nothing = command({}, () => ({}))
const materials = listOf(wholeNumber(1, 400)).optional()

const REFUSAL_REASON =
  '经审查，申请人提交的材料不能证明其符合法定条件，依据行政许可法第三十八条第二款，不予许可。'
const GROUNDS = [
  'licence-not-required',
  'out-of-jurisdiction',
  'false-material',
  'not-corrected',
] as const

/** `with` of each command as a scenario writes it, and the body it becomes. Texts a scenario leaves out are made up. */
export const PROCEDURE_COMMANDS: {
  readonly [Name in ProcedureCommand & ApplicationCommandName]: CommandSchema
} = {
  accept: nothing,
  decline: command(
    { ground: oneOf(GROUNDS, '不予受理理由').optional(), text: words.optional() },
    ({
      ground = 'out-of-jurisdiction',
      text = '经核对，本申请依法不予受理，请按告知的途径办理。',
    }) => ({
      ground,
      text,
    }),
  ),
  'request-correction': command(
    { materials, text: words.optional() },
    ({ materials: asked, text = '请按清单一次补齐所列材料。' }, { view }) => ({
      materials: asked ?? lackingOf(view),
      text,
    }),
  ),
  'supply-correction': command({ materials }, ({ materials: given }, { view }) => ({
    materials: given ?? view?.correction?.outstanding ?? [],
  })),
  lapse: reasonOr('超过法律规定的补正期限，申请人没有补正。'),
  withdraw: reasonOr('申请人自愿撤回申请。'),
  terminate: reasonOr('申请人已经终止，许可事项不再存在。'),
  review: command(
    { outcome: oneOf(['pass', 'fail'], '审核结论').optional(), opinion: words.optional() },
    ({ outcome = 'pass', opinion }) => ({
      outcome,
      opinion: opinion ?? (outcome === 'pass' ? '材料齐全，符合法定条件。' : '不符合法定条件。'),
    }),
  ),
  'begin-procedure': command(
    { kind: words.optional(), days: wholeNumber(0, 10_000).optional() },
    ({ kind = 'hearing', days = 10 }) => ({ kind, days }),
  ),
  'end-procedure': nothing,
  extend: reasonOr('案情复杂，需要进一步核实有关事实。'),
  'settle-fee': command(
    { amount: amount.optional(), exempt: yesOrNo.optional() },
    ({ amount: paid = 0, exempt = false }) => ({ amount: paid, exempt }),
  ),
  decide: command(
    { outcome: oneOf(['grant', 'refuse'], '决定').optional(), reason: words.optional() },
    ({ outcome = 'grant', reason }, { expectsRefusal }) => ({
      outcome,
      reason: reason ?? (outcome === 'refuse' && !expectsRefusal ? REFUSAL_REASON : ''),
    }),
  ),
  'make-certificate': command(
    { years: wholeNumber(1, 100).optional(), until: day.optional() },
    ({ years = null, until = null }) => ({ years, until, content: '' }),
  ),
  'send-letter': command(
    { omit: listOf(oneOf(LETTER_STATEMENTS, '函件内容')).optional() },
    ({ omit = [] }) => ({
      statements: LETTER_STATEMENTS.filter((statement) => !omit.includes(statement)),
    }),
  ),
  'return-letter': reasonOr('函件所载内容与证照不一致，请核对后重新出函。'),
  seal: nothing,
  'receive-provincial-result': command({}, () => ({ certificateNumber: null, until: null })),
  'notify-pickup': nothing,
  issue: command(
    { by: oneOf(['pickup', 'courier'], '出件方式').optional(), tracking: words.optional() },
    ({ by = 'pickup', tracking }) => ({
      by,
      tracking: tracking ?? (by === 'courier' ? 'EMS-YANLIAN-0001' : null),
    }),
  ),
  'confirm-delivery': command(
    {
      proof: oneOf(['signature', 'courier', 'none'], '送达凭证').optional(),
      returned: yesOrNo.optional(),
    },
    ({ proof = 'none', returned = false }) => ({
      proof: proof === 'none' ? null : proof,
      returned,
      signature: proof === 'signature' ? SIGNATURE_PICTURE : null,
    }),
  ),
  archive: nothing,
  revoke: command(
    {
      kind: oneOf(['penalty', 'withdrawn', 'annulled'], '种类').optional(),
      reason: words.optional(),
    },
    ({ kind = 'penalty', reason = '依法作出处理，证照不再有效。' }) => ({ kind, reason }),
  ),
  rate: command(
    { grade: wholeNumber(1, 5).optional(), text: words.optional() },
    ({ grade = 5, text = '' }) => ({ grade, text }),
  ),
  'follow-up': command(
    { outcome: words.optional(), text: words.optional() },
    ({ outcome = 'contacted', text = '已电话联系评价人，了解情况。' }) => ({ outcome, text }),
  ),
  'explain-card': command(
    { text: words.optional() },
    ({ text = '经办人临时外出培训，已经安排他人接办，现已办结。' }) => ({ rule: null, text }),
  ),
  'close-card': command(
    { accept: yesOrNo.optional(), text: words.optional() },
    ({ accept = true, text = '' }) => ({ rule: null, accept, text }),
  ),
}

function lackingOf(view: ApplicationView | null): number[] {
  return (view?.materials ?? []).filter(({ state }) => state !== 'held').map(({ number }) => number)
}
