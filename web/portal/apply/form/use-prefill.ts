import { useCallback, useEffect } from 'react'
import type { FormGroup } from '../../../../domain/form/form-definition.ts'
import { prefillFrom } from '../../../../domain/form/prefill.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { call } from '../../../api/call.ts'
import { useAnswer } from '../../use-answer.ts'
import { LIST_ELEMENTS } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'

/** Fills in what was said already of who applies, and answers which fields of the group hold just that. */
export function usePrefill(group: FormGroup): ReadonlySet<string> {
  const { form, me, state, patch } = useApply()
  const { answers, applicant, mandateId } = state.draft.content
  const load = useCallback((signal: AbortSignal) => call(LIST_ELEMENTS, { signal }), [])
  const { reply } = useAnswer(load)
  const own = mandateId === null && me?.role === 'applicant' ? me.name : ''
  const said = { ...applicant, name: applicant.name || own }
  const known = form
    ? prefillFrom(form, reply?.elements ?? [], said, me?.today as LocalDate | undefined)
    : {}
  const wanted = Object.entries(known).filter(([id]) =>
    group.fields.some(({ element }) => element === id),
  )
  const empty = wanted.filter(([id]) => answers[id] === undefined)
  useEffect(() => {
    if (reply && empty.length > 0) patch({ answers: Object.fromEntries(empty) })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the dictionary arrives: what is emptied by hand stays empty
  }, [reply])
  return new Set(wanted.filter(([id, value]) => answers[id] === value).map(([id]) => id))
}
