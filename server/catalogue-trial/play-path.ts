import { uuidv7 } from 'uuidv7'
import type { CommandName } from '../../domain/application/commands.ts'
import { materialsFor } from '../../domain/catalogue/materials-for.ts'
import type { RequiredMaterial, ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { Situation } from '../../domain/catalogue/situation.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { madeUpAnswers } from './made-up-answers.ts'
import { everybody, trialApplicant, trialCast, type TrialCast } from './trial-cast.ts'
import { ACT_NAME, trialOrders } from './trial-orders.ts'
import type { TrialCommand, TrialStage } from './trial-stage.ts'

export type PathTrial = {
  readonly stage: TrialStage
  readonly item: ServiceItem
  readonly guide: ServiceGuide
  readonly form: FormDefinition | null
  readonly situation: Situation
}

/** A life that ends here has gone the whole way. */
const MOST_ACTS = 60

/** Granted from receipt to archive with everything in order: the way every path must have. */
export async function playGranted(trial: PathTrial): Promise<string[]> {
  return await play(trial, {}, async (life) => await goOn(life, 'grant'))
}

/** Corrected, extended and refused: the papers of the other way. */
export async function playRefused(trial: PathTrial): Promise<string[]> {
  const asked = materialsFor(trial.guide, trial.situation)
  const [first] = asked
  const materials = first === undefined ? {} : { [first.number]: 'defective' }
  return await play(trial, materials, async (life) => {
    if (first !== undefined) {
      const numbers = [first.number]
      const text = `请重新提交第 ${first.number} 项材料“${first.name}”。`
      await life.act('request-correction', life.cast.clerk, {
        type: 'RequestCorrection',
        materials: numbers,
        text,
      })
      await life.act('supply-correction', life.cast.clerk, {
        type: 'SupplyCorrection',
        materials: numbers,
      })
    }
    await life.act('accept', life.cast.clerk, { type: 'AcceptApplication' })
    await delayed(life)
    await goOn(life, 'refuse')
  })
}

/** An expert review and an extension, where the item's limits know them: each has a paper of its own. */
async function delayed({ stage, cast, applicationId, act }: Life): Promise<void> {
  const may = async (by: Actor, name: CommandName) =>
    (await stage.possible(applicationId, by)).includes(name)
  if (await may(cast.reviewer, 'begin-procedure')) {
    const begin = { type: 'BeginProcedure', kind: 'expert-review', days: 10 } as const
    await act('begin-procedure', cast.reviewer, begin)
    await act('end-procedure', cast.reviewer, { type: 'EndProcedure' })
  }
  if (await may(cast.head, 'extend')) {
    const reason = '试办：案情复杂，需要进一步核实有关事实。'
    await act('extend', cast.head, { type: 'ExtendDeadline', reason })
  }
}

/** Turned away at the window. */
export async function playDeclined(trial: PathTrial): Promise<string[]> {
  return await play(trial, {}, async (life) => {
    await life.act('decline', life.cast.clerk, {
      type: 'DeclineApplication',
      ground: 'out-of-jurisdiction',
      text: '试办：经核对，本申请依法不属于本机关职权范围，请向有关行政机关申请。',
    })
  })
}

/** What may be missing is missing and what may be promised is promised: both promises are printed. */
export async function playPromised(trial: PathTrial): Promise<string[]> {
  const asked = materialsFor(trial.guide, trial.situation)
  const promised = asked.filter(({ commitment }) => commitment)
  const late = asked.filter(
    ({ tolerableDays, commitment }) => tolerableDays !== null && !commitment,
  )
  if (promised.length === 0 && late.length === 0) return []
  const states = { ...stated(promised, 'promised'), ...stated(late, 'missing') }
  return await play(trial, states, async (life) => {
    if (late.length === 0) return await goOn(life, 'grant')
    const numbers = late.map(({ number }) => number)
    await life.act('accept', life.cast.clerk, { type: 'AcceptApplication', tolerated: numbers })
    await life.act('supply-tolerated', life.cast.clerk, {
      type: 'SupplyTolerated',
      materials: numbers,
    })
    return await goOn(life, 'grant')
  })
}

type Life = {
  readonly guide: ServiceGuide
  readonly cast: TrialCast
  readonly applicationId: string
  readonly stage: TrialStage
  readonly act: (name: CommandName, by: Actor, command: TrialCommand) => Promise<void>
}

/** Ends a life at its first refusal. */
class Refused extends Error {}

async function play(
  { stage, item, guide, form, situation }: PathTrial,
  materials: Readonly<Record<number, string>>,
  lead: (life: Life) => Promise<void>,
): Promise<string[]> {
  const applicationId = uuidv7()
  const cast = trialCast(item, guide)
  const act: Life['act'] = async (name, by, command) => {
    const given = await stage.give(applicationId, by, command)
    if (!given.ok) throw new Refused(`${ACT_NAME[name] ?? name}：${given.sentence}`)
  }
  try {
    await act('receive', cast.clerk, {
      type: 'ReceiveApplication',
      itemId: item.itemId,
      applicant: trialApplicant(guide),
      channel: 'window',
      materials,
      insist: false,
      renews: null,
      situation,
      form: form && {
        formId: form.formId,
        version: form.version,
        answers: madeUpAnswers(form, situation),
      },
    })
    await lead({ guide, cast, applicationId, stage, act })
  } catch (error) {
    if (error instanceof Refused) return [error.message]
    throw error
  }
  return [...(await stage.print(applicationId))]
}

/** Whatever comes next of what the procedure allows, each person each act once, until nothing is left. */
async function goOn(life: Life, outcome: 'grant' | 'refuse'): Promise<void> {
  const { stage, cast, applicationId, guide } = life
  const orders = trialOrders(guide, outcome)
  const done = new Set<string>()
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const next = await nextAct(life, orders, done)
    if (next === undefined) break
    done.add(`${next.name} ${next.by.accountId}`)
    await life.act(next.name, next.by, next.command)
  }
  const left = await stage.possible(applicationId, cast.reviewer)
  const isOver = done.has(`archive ${cast.reviewer.accountId}`)
  if (!isOver)
    throw new Refused(
      `办理没有走到归档（还可以办：${left.map((name) => ACT_NAME[name] ?? name).join('、') || '无'}）`,
    )
}

async function nextAct(
  { stage, cast, applicationId }: Life,
  orders: ReadonlyMap<CommandName, TrialCommand>,
  done: ReadonlySet<string>,
): Promise<{ name: CommandName; by: Actor; command: TrialCommand } | undefined> {
  const people = await Promise.all(
    everybody(cast).map(async (by) => ({ by, names: await stage.possible(applicationId, by) })),
  )
  for (const [name, command] of orders)
    for (const { by, names } of people)
      if (names.includes(name) && !isDone(done, name, by)) return { name, by, command }
  return undefined
}

/** Opinions are everybody's own; anything else is done once, whoever did it. */
function isDone(done: ReadonlySet<string>, name: CommandName, by: Actor): boolean {
  if (name === 'review') return done.has(`${name} ${by.accountId}`) || by.role === 'decider'
  return [...done].some((one) => one.startsWith(`${name} `))
}

function stated(
  materials: readonly RequiredMaterial[],
  state: string,
): Readonly<Record<number, string>> {
  return Object.fromEntries(materials.map(({ number }) => [number, state]))
}
