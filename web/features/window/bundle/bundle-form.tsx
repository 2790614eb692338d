import { FormFields } from '../../../ui/form/form-fields.tsx'
import { answersOf } from '../../../ui/bundle/bundle-standing.ts'
import type { BundleIntake } from './use-bundle-intake.ts'

/** All facts of all parts, each asked once; or the forms came on paper and lie with the materials. */
export function BundleForm({ intake }: { intake: BundleIntake }) {
  const { draft, form, standing, formFaults } = intake
  if (form === null || !standing.isAnswered) return null
  const { isOnPaper, answers } = draft.value
  const usersOf = (element: string) =>
    standing.parts.filter(
      ({ part }) => part.form !== null && Object.hasOwn(part.form.schema.properties, element),
    ).length
  return (
    <section className="bundle-form" aria-label="一套表单">
      <div className="sub">
        <h2 className="h">一套表单</h2>
        <label className="x">
          <input
            type="checkbox"
            checked={isOnPaper}
            onChange={(event) =>
              draft.set((before) => ({ ...before, isOnPaper: event.target.checked }))
            }
          />
          纸质申请书，不在这里录入
        </label>
      </div>
      {!isOnPaper && (
        <FormFields
          form={form}
          situation={{}}
          answers={answersOf(form, answers)}
          faults={formFaults}
          noteOf={(element) => (usersOf(element) > 1 ? `${usersOf(element)} 项共用` : null)}
          onChange={(element, value) =>
            draft.set((before) => {
              const { [element]: _before, ...others } = before.answers
              return {
                ...before,
                answers: value === null ? others : { ...others, [element]: value },
              }
            })
          }
        />
      )}
    </section>
  )
}
