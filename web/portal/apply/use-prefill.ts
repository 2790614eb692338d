import { useCallback, useEffect } from 'react'
import type { FormGroup } from '../../../domain/form/form-definition.ts'
import { call } from '../../api/call.ts'
import { useAnswer } from '../use-answer.ts'
import { LIST_ELEMENTS } from './apply-operations.ts'
import { useApply } from './use-apply.ts'

/** Fills in what was said already of who applies, and answers which fields of the group hold just that. */
export function usePrefill(group: FormGroup): ReadonlySet<string> {
  const { me, state, patch } = useApply()
  const { answers, applicant } = state.draft.content
  const load = useCallback((signal: AbortSignal) => call(LIST_ELEMENTS, { signal }), [])
  const { reply } = useAnswer(load)
  const own = state.draft.content.mandateId === null && me?.role === 'applicant' ? me.name : ''
  const said = {
    name: applicant.name || own,
    'identity-number': applicant.identityNumber,
    phone: applicant.phone,
    address: applicant.address,
  }
  const wanted = (reply?.elements ?? []).flatMap(({ id, prefill }) =>
    prefill !== null && said[prefill] !== '' && group.fields.some(({ element }) => element === id)
      ? [[id, said[prefill]] as const]
      : [],
  )
  const empty = wanted.filter(([id]) => answers[id] === undefined)
  useEffect(() => {
    if (reply && empty.length > 0) patch({ answers: Object.fromEntries(empty) })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the dictionary arrives: what is emptied by hand stays empty
  }, [reply])
  return new Set(wanted.filter(([id, value]) => answers[id] === value).map(([id]) => id))
}
