import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { GuideView, ItemRow } from '../../../contract/catalogue.ts'
import { followSituation } from '../../../domain/catalogue/follow-situation.ts'
import { materialsFor } from '../../../domain/catalogue/materials-for.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { guideQuery, itemsQuery, meQuery } from '../../api/queries.ts'
import { keepDraft } from '../../ui/kept-drafts.ts'
import { useDraft, type Draft } from '../../ui/use-draft.ts'
import { applicantFaults, faultsOfReceipt, type ApplicantFaults } from './applicant-faults.ts'
import { assessmentDraftName } from './assessment-draft-name.ts'
import { emptyIntake, isIntakeDraft, withItem, type IntakeDraft } from './intake-draft.ts'
import { closedReason } from './closed-reason.ts'
import { useReceiving } from './offline/use-receiving.ts'

const newIntake = () => emptyIntake(uuidv7)

export type Intake = {
  readonly draft: Draft<IntakeDraft>
  readonly item: ItemRow | undefined
  readonly guide: {
    readonly data: GuideView | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly faults: ApplicantFaults
  /** Why the item cannot be received here at all; null: it can. */
  readonly closed: string | null
  /** Receipt was tried: what is missing is told now, not before. */
  readonly tried: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly submit: () => Promise<void>
}

/** What was judged under another answer, and is not asked any more, is not told. */
function neededOnly(
  { materials, situation }: IntakeDraft,
  guide: GuideView,
): IntakeDraft['materials'] {
  const needed = materialsFor(guide, situation)
  return Object.fromEntries(
    Object.entries(materials).filter(([number]) =>
      needed.some((material) => material.number === Number(number)),
    ),
  )
}

/** The receipt form: what was typed, what is wrong with it, and sending it. `wished`: the item that the number in hand was taken for. */
export function useIntake(
  onReceived: (applicationId: string) => void,
  wished: string | null,
): Intake {
  const me = useQuery(meQuery()).data
  const today = me?.today ?? ''
  const draft = useDraft('intake', newIntake, isIntakeDraft)
  const intake = draft.value
  const { set } = draft
  useEffect(() => {
    if (wished === null) return
    set((before) => (before.itemId === null ? withItem(before, wished) : before))
  }, [wished, set])
  const items = useQuery(itemsQuery()).data?.items
  const item = items?.find(({ itemId }) => itemId === intake.itemId)
  const guide = useQuery({ ...guideQuery(intake.itemId ?? ''), enabled: intake.itemId !== null })
  const [tried, setTried] = useState(false)
  const receive = useReceiving()
  const { open: unanswered } = followSituation(guide.data?.questions ?? [], intake.situation)
  const closed =
    (item ? closedReason(item, intake.insist) : null) ??
    (unanswered ? `先选择情形：${unanswered.text}` : null)
  const submit = async () => {
    setTried(true)
    const lacking = Object.keys(faultsOfReceipt(intake, today)).length > 0
    if (lacking || closed !== null || receive.busy || !guide.data) return
    const reply = await receive.run({ ...intake, materials: neededOnly(intake, guide.data) })
    if (reply === undefined) return
    const { materials, remarks, checks } = intake
    const found = { materials, remarks, checks }
    keepDraft(sessionStorage, me?.accountId ?? '', assessmentDraftName(reply.applicationId), found)
    draft.clear()
    onReceived(reply.applicationId)
  }
  return {
    draft,
    item,
    guide,
    faults: tried ? faultsOfReceipt(intake, today) : applicantFaults(intake, today),
    closed,
    tried,
    busy: receive.busy,
    problem: receive.problem,
    submit,
  }
}
