import type { BundleView } from '../../../contract/bundles.ts'
import { type BundlePlan, planBundle } from '../../../domain/bundle/plan-bundle.ts'
import { settledForm } from '../../../domain/bundle/settle-form.ts'
import { followSituation } from '../../../domain/catalogue/follow-situation.ts'
import { materialStanding } from '../../../domain/catalogue/material-standing.ts'
import type { Situation, SituationQuestion } from '../../../domain/catalogue/situation.ts'
import type { FormAnswers, FormDefinition } from '../../../domain/form/form-definition.ts'
import { mergeForms } from '../../../domain/form/merge-forms.ts'

type Part = BundleView['parts'][number]
type Material = Part['materials'][number]

/** What the visitor chose of the bundle's questions, and answered of each item's own. */
export type Chosen = {
  readonly choices: Situation
  readonly own: Readonly<Record<string, Situation>>
}

export type PartStanding = {
  readonly part: Part
  /** Chosen and answered together, as far as the questions go. */
  readonly situation: Situation
  /** Its own questions up to the first open one, without those that the bundle's choices answer. */
  readonly asked: readonly SituationQuestion[]
  /** Told instead of an application. */
  readonly stop: string | null
  readonly isAnswered: boolean
  /** The situation, and while a question is open also what the choices settle behind it. */
  readonly known: Situation
}

export type MaterialUse = { readonly part: Part; readonly material: Material }
export type MaterialStanding = {
  readonly name: string
  readonly standard: string
  readonly standing: 'wanted' | 'open' | 'dropped'
  /** Where it is used in this situation, or may be. */
  readonly uses: readonly MaterialUse[]
}

export type BundleStanding = {
  readonly plan: BundlePlan<string>
  readonly parts: readonly PartStanding[]
  readonly materials: readonly MaterialStanding[]
  /** Everything is answered, and nothing stops. */
  readonly isAnswered: boolean
}

/** What is left of the bundle with these answers: items, questions still to ask, materials once each. */
export function bundleStanding(view: BundleView, { choices, own }: Chosen): BundleStanding {
  const plan = planBundle({ ...view, itemIds: view.items.map(({ itemId }) => itemId) }, choices)
  const parts = view.parts
    .filter(({ itemId }) => plan.itemIds.includes(itemId))
    .map((part) => partStanding(part, plan.situations[part.itemId] ?? {}, own[part.itemId] ?? {}))
  return {
    plan,
    parts,
    materials: view.materials.map(({ name, standard, uses }) => ({
      name,
      standard,
      ...usesOf(uses, parts),
    })),
    isAnswered: plan.open.length === 0 && parts.every(({ isAnswered }) => isAnswered),
  }
}

/** The facts of all parts, each asked once; null: no part has a form. */
export function wholeForm(parts: readonly PartStanding[]): FormDefinition | null {
  const forms = parts.flatMap(({ part, situation }) =>
    part.form === null ? [] : [settledForm(part.form as FormDefinition, situation)],
  )
  return forms.length === 0 ? null : mergeForms(forms)
}

/** Of all answers those that this form asks for. */
export function answersOf(form: FormDefinition, answers: FormAnswers): FormAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([element]) => Object.hasOwn(form.schema.properties, element)),
  )
}

function partStanding(part: Part, settled: Situation, own: Situation): PartStanding {
  const answers = { ...own, ...settled }
  const { asked, stop, done: isAnswered } = followSituation(part.questions, answers)
  const situation = Object.fromEntries(
    asked.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  )
  return {
    part,
    situation,
    asked: asked.filter(({ id }) => settled[id] === undefined),
    stop,
    isAnswered,
    known: isAnswered ? situation : { ...situation, ...settled },
  }
}

function usesOf(
  uses: BundleView['materials'][number]['uses'],
  parts: readonly PartStanding[],
): Pick<MaterialStanding, 'standing' | 'uses'> {
  const standings = uses.flatMap(({ itemId, number }) => {
    const standing = parts.find(({ part }) => part.itemId === itemId)
    const material = standing?.part.materials.find((one) => one.number === number)
    return standing === undefined || material === undefined
      ? []
      : [
          {
            part: standing.part,
            material,
            is: materialStanding(standing.part, material, standing.known),
          },
        ]
  })
  const of = (is: 'wanted' | 'open') => standings.filter((one) => one.is === is)
  const shown = of('wanted').length > 0 ? of('wanted') : of('open')
  return {
    standing: shown[0]?.is ?? 'dropped',
    uses: shown.map(({ part, material }) => ({ part, material })),
  }
}
