import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { RECEIVE_BUNDLE } from '../bundle-operations.ts'
import { askedMaterials, materialStates } from '../../../ui/bundle/asked-materials.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** One request for all parts. Its ids are kept before it is sent: after a lost answer or a reload it is the same case. */
export function useBundleSubmit({ view, draft, change, standing }: BundleFlow) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const run = async () => {
    setBusy(true)
    setProblem(null)
    const { bundleCaseId, choices, applicant, mandateId, answers } = draft
    const ids = Object.fromEntries(
      standing.parts.map(({ part: { itemId } }) => [
        itemId,
        draft.ids[itemId] ?? { applicationId: uuidv7(), commandId: uuidv7() },
      ]),
    )
    change({ ids })
    const asked = askedMaterials(standing)
    try {
      const received = await call(RECEIVE_BUNDLE, {
        params: { bundleId: view.bundleId },
        body: {
          bundleCaseId,
          applicant,
          channel: 'portal',
          mandateId,
          choices,
          answers: Object.fromEntries(
            Object.entries(answers).map(([element, value]) => [
              element,
              typeof value === 'object' ? [...value] : value,
            ]),
          ),
          parts: standing.parts.map(({ part: { itemId, form }, asked: own, situation }) => ({
            itemId,
            ...(ids[itemId] ?? { applicationId: uuidv7(), commandId: uuidv7() }),
            situation: Object.fromEntries(own.map(({ id }) => [id, situation[id] ?? ''])),
            materials: materialStates(asked, draft, itemId),
            formVersion: form?.version ?? null,
          })),
        },
      })
      change({ received })
    } catch (error) {
      const failed = asApiProblem(error)
      if (failed.code === 'command-id-reused') change({ ids: {}, bundleCaseId: uuidv7() })
      setProblem(failed)
    }
    setBusy(false)
  }
  return { run, busy, problem }
}
