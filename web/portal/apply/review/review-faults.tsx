import type { DraftCheck } from '../../../../contract/drafts.ts'
import { longDate } from '../../../ui/dates.ts'
import { useApply, type Apply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'

/** What still stands against submitting, each leading to its page; and what is only told. */
export function ReviewFaults({ check }: { check: DraftCheck }) {
  const words = useApplyWords()
  const apply = useApply()
  const faults = [
    ...check.applicantFaults.map(({ field, message }) => ({ key: field, message, step: 'who' })),
    ...(check.mandate && !check.mandate.valid
      ? [{ key: 'mandate', message: check.mandate.message, step: 'who' }]
      : []),
    ...check.faults.map(({ element, message }) => ({
      key: element,
      message,
      step: stepOfElement(element, apply),
    })),
    ...check.materials
      .filter(({ state }) => state === 'missing')
      .map(({ number, name, message }) => ({
        key: `material.${number}`,
        message: words.materialFault(name, message),
        step: `material.${number}`,
      })),
  ]
  return (
    <>
      {check.inFlight.map(({ applicationId, number, receivedOn }) => (
        <p key={applicationId} className="apply-note" role="status">
          {words.inFlight(number, longDate(receivedOn))}
        </p>
      ))}
      {faults.length > 0 && (
        <section className="apply-faults" role="status">
          <h2>{words.stillToDo(faults.length)}</h2>
          <ul>
            {faults.map(({ key, message, step }) => (
              <li key={key}>
                <a
                  href={`#${step}`}
                  lang="zh-CN"
                  onClick={(event) => {
                    event.preventDefault()
                    apply.go(step)
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function stepOfElement(element: string, { steps }: Apply): string {
  const step = steps.find(
    (one) => one.kind === 'group' && one.group.fields.some((field) => field.element === element),
  )
  return step?.id ?? 'who'
}
