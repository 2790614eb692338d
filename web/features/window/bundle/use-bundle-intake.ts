import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { type BundleView, receiveBundle } from '../../../../contract/bundles.ts'
import type { FormDefinition } from '../../../../domain/form/form-definition.ts'
import { type ApiProblem, asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { invalidateApplications } from '../../../api/invalidate-applications.ts'
import { meQuery } from '../../../api/queries.ts'
import { type AskedMaterial, askedMaterials } from '../../../ui/bundle/asked-materials.ts'
import {
  type BundleStanding,
  bundleStanding,
  wholeForm,
} from '../../../ui/bundle/bundle-standing.ts'
import { keepDraft } from '../../../ui/kept-drafts.ts'
import { type Draft, useDraft } from '../../../ui/use-draft.ts'
import { applicantFaults, type ApplicantFaults, faultsOfReceipt } from '../applicant-faults.ts'
import { assessmentDraftName } from '../assessment-draft-name.ts'
import {
  type BundleIntakeDraft,
  emptyBundleIntake,
  isBundleIntakeDraft,
} from './bundle-intake-draft.ts'
import { bundleReceipt, foundOf, idsOf } from './bundle-receipt.ts'
import { type FormFault, formFaults, openQuestion } from './bundle-faults.ts'

export type ReceivedBundle = z.output<typeof receiveBundle.reply>

export type BundleIntake = {
  readonly view: BundleView
  readonly draft: Draft<BundleIntakeDraft>
  readonly standing: BundleStanding
  readonly form: FormDefinition | null
  readonly materials: readonly AskedMaterial[]
  readonly applicantFaults: ApplicantFaults
  readonly formFaults: readonly FormFault[]
  /** Why it cannot be received yet; null: it can. */
  readonly closed: string | null
  readonly tried: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly submit: () => void
}

/** One intake of a whole thing at the counter: what was typed, what is wrong with it, and sending it. */
export function useBundleIntake(props: {
  view: BundleView
  /** Where the typed is kept in this tab: another slip is another draft. */
  name: string
  initial?: BundleIntakeDraft
  slipCode?: string
  onReceived: (received: ReceivedBundle) => void
}): BundleIntake {
  const { view, slipCode } = props
  const me = useQuery(meQuery()).data
  const today = me?.today ?? ''
  const queries = useQueryClient()
  const [tried, setTried] = useState(false)
  const draft = useDraft(
    props.name,
    () => props.initial ?? emptyBundleIntake(),
    isBundleIntakeDraft,
  )
  const { choices, own, applicant } = draft.value
  const standing = bundleStanding(view, { choices, own })
  const form = wholeForm(standing.parts)
  const materials = askedMaterials(standing)
  const typed = { ...applicant, itemId: view.bundleId }
  const faults = formFaults(standing.parts, draft.value, today)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (value: BundleIntakeDraft) =>
      call(receiveBundle, {
        params: { bundleId: view.bundleId },
        body: {
          ...bundleReceipt(value, standing, materials),
          ...(slipCode === undefined ? {} : { slipCode }),
        },
      }),
    onSuccess: async (received, value) => {
      // What was found at the counter goes on to each part: it is accepted without judging twice.
      for (const { itemId, applicationId } of received.applications)
        keepDraft(
          sessionStorage,
          me?.accountId ?? '',
          assessmentDraftName(applicationId),
          foundOf(value, materials, itemId),
        )
      draft.clear()
      await invalidateApplications(
        queries,
        received.applications.map(({ applicationId }) => applicationId),
      )
      props.onReceived(received)
    },
  })
  const closed =
    openQuestion(view, standing) ??
    Object.values(faultsOfReceipt(typed, today))[0] ??
    (faults.length > 0
      ? `表单还有 ${faults.length} 处没有填好；申请书是纸质的，勾选“纸质申请书”`
      : null)
  return {
    view,
    draft,
    standing,
    form,
    materials,
    applicantFaults: tried ? faultsOfReceipt(typed, today) : applicantFaults(typed, today),
    formFaults: tried ? faults : [],
    closed,
    tried,
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
    submit: () => {
      setTried(true)
      if (closed !== null || isPending) return
      const value = { ...draft.value, ids: idsOf(draft.value, standing.parts) }
      // Kept before it is sent: after a lost answer it is still the same case.
      draft.set(value)
      mutate(value)
    },
  }
}
