import type { RequiredMaterial, ServiceGuide } from '../../catalogue/service-guide.ts'
import { holds } from '../../catalogue/situation.ts'
import { checkAnswers } from '../../form/check-answers.ts'
import type { FormDefinition } from '../../form/form-definition.ts'
import { visibleAnswers } from '../../form/visible-answers.ts'
import type { ReceiveApplication } from '../commands.ts'
import type { ApplicationReceived } from '../events.ts'
import type { Situation } from '../facts.ts'
import { CITIZENS_CHANNELS } from '../permissions.ts'
import type { Violation } from '../violations.ts'
import { refusalOfSituation } from './situation-answers.ts'

const NO_SUCH_FORM = { element: 'form', message: '本事项没有电子表单，请按材料清单提交。' }
const NOT_FILLED_IN = { element: 'form', message: '请先填写本事项的表单。' }

/** Situation, materials and form of a receipt against the guide: the first thing that is wrong. */
export function refusalOfFilling(
  command: ReceiveApplication,
  guide: ServiceGuide,
  situation: Situation,
): Violation | null {
  const isOnline = CITIZENS_CHANNELS.includes(command.channel)
  return (
    refusalOfSituation(guide, command.situation ?? {}, !isOnline) ??
    refusalOfMaterials(command.materials, neededOf(command, guide)) ??
    refusalOfForm(command, situation, isOnline)
  )
}

/** What the receipt keeps of it; a material not named is held, answers that this situation hides are dropped. */
export function filledIn(
  command: ReceiveApplication,
  guide: ServiceGuide,
  form: FormDefinition | null,
): Pick<ApplicationReceived, 'materials' | 'situation' | 'form'> {
  const { situation = {}, form: filled } = command
  const answers = filled && form ? visibleAnswers(form, filled.answers, situation) : null
  return {
    materials: Object.fromEntries(
      neededOf(command, guide).map(({ number }) => [number, command.materials[number] ?? 'held']),
    ),
    ...(guide.questions.length === 0 ? {} : { situation }),
    ...(filled && answers ? { form: { ...filled, answers } } : {}),
  }
}

function neededOf(
  { situation = {} }: ReceiveApplication,
  { materials }: ServiceGuide,
): readonly RequiredMaterial[] {
  return materials.filter(({ when }) => holds(when, situation))
}

/** Materials by the guide's numbers, and a commitment only where the guide lets one stand for the paper (告知承诺). */
function refusalOfMaterials(
  told: ReceiveApplication['materials'],
  needed: readonly RequiredMaterial[],
): Violation | null {
  for (const [key, state] of Object.entries(told)) {
    const material = needed.find(({ number }) => number === Number(key))
    if (material === undefined) return { code: 'unknown-material', material: Number(key) }
    if (state === 'promised' && !material.commitment)
      return { code: 'commitment-not-allowed', material: material.number }
  }
  return null
}

/** Online the form is filled in; on paper it may come as a material. What is filled in is checked alike everywhere. */
function refusalOfForm(
  { form: filled, situation = {} }: ReceiveApplication,
  { facts: { form }, today }: Situation,
  isOnline: boolean,
): Violation | null {
  if (form === null) return filled ? { code: 'form-invalid', faults: [NO_SUCH_FORM] } : null
  if (!filled) return isOnline ? { code: 'form-invalid', faults: [NOT_FILLED_IN] } : null
  if (filled.formId !== form.formId || filled.version !== form.version)
    return { code: 'form-version-changed', version: form.version }
  const faults = checkAnswers(form, filled.answers, situation, today)
  return faults.length > 0 ? { code: 'form-invalid', faults } : null
}
