import { useEffect, useState } from 'react'
import type { FormContent } from '../../../../contract/forms.ts'
import type { DataElement } from '../../../../domain/form/data-element.ts'
import type { FormDefinition } from '../../../../domain/form/form-definition.ts'
import { formFaults } from '../../../../domain/form/form-faults.ts'
import type { DraftStore } from '../editor/draft-store.ts'
import type { Question } from '../editor/new-parts.ts'

/** Milliseconds of quiet after which the form is checked. */
const QUIET = 200

/** What stands in the way of publishing, by field (`layout`: of the whole form), a moment after a change. */
export function useFormFaults(
  store: DraftStore<FormContent>,
  elements: readonly DataElement[],
  questions: readonly Question[] | undefined,
): ReadonlyMap<string, string> {
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const form = store.get() as unknown as FormDefinition
      const known = questions === undefined ? { elements } : { elements, questions }
      const found = formFaults(form, known).map(
        ({ element, message }) => [element, message] as const,
      )
      setFaults((before) => (sayTheSame(before, found) ? before : new Map(found)))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, QUIET)
    }
    later()
    const leave = store.subscribe(later)
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [store, elements, questions])
  return faults
}

function sayTheSame(
  before: ReadonlyMap<string, string>,
  now: readonly (readonly [string, string])[],
): boolean {
  const fresh = new Map(now)
  return (
    before.size === fresh.size &&
    [...fresh].every(([element, message]) => before.get(element) === message)
  )
}
