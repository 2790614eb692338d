import type { BundleView } from '../../contract/bundles.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import { madeUpAnswers } from '../../server/catalogue-trial/made-up-answers.ts'
import { newId } from '../../server/event-log/chain.ts'
import { bundleStanding, wholeForm } from '../../web/ui/bundle/bundle-standing.ts'

/** The first option of every question of the whole thing, and of each item the first that leads on. */
export function firstWayThrough(view: BundleView) {
  const choices = Object.fromEntries(
    view.questions.map(({ id, options }) => [id, options[0]?.value ?? '']),
  )
  let own: Record<string, Record<string, string>> = {}
  // What the choices settle leads to other questions: answered in turn.
  for (let round = 0; round < 10; round += 1) {
    const { parts } = bundleStanding(view, { choices, own })
    own = Object.fromEntries(
      parts.map(({ part, asked }) => [
        part.itemId,
        Object.fromEntries(
          asked.map(({ id, options }) => [
            id,
            options.find(({ stop }) => stop === null)?.value ?? '',
          ]),
        ),
      ]),
    )
  }
  return { choices, own }
}

/** One intake of any bundle, every fact made up. */
export function madeUpIntake(view: BundleView, applicant: object) {
  const chosen = firstWayThrough(view)
  const { parts } = bundleStanding(view, chosen)
  const form: FormDefinition | null = wholeForm(parts)
  return {
    bundleCaseId: newId(),
    applicant,
    channel: 'portal',
    mandateId: null as string | null,
    choices: chosen.choices,
    answers: form === null ? {} : madeUpAnswers(form, {}),
    parts: parts.map(({ part, asked, situation }) => ({
      itemId: part.itemId,
      applicationId: newId(),
      commandId: newId(),
      situation: Object.fromEntries(asked.map(({ id }) => [id, situation[id] ?? ''])),
      materials: {},
      formVersion: part.form?.version ?? null,
    })),
  }
}
