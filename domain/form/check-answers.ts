import type { Situation } from '../catalogue/situation.ts'
import type { LocalDate } from '../shared/ids.ts'
import { valueFault } from './check-value.ts'
import type { FieldFault, FormAnswers, FormDefinition } from './form-definition.ts'
import { answerIn, visibleFields } from './visible-answers.ts'

/** Nobody's date of birth is later: for a caller that does not know the day. */
export const END_OF_TIME = '9999-12-31' as LocalDate

/**
 * What is wrong with the answers to a form, in the order of its fields; empty: nothing. The same in browser, server and
 * import. Answers to hidden fields are not looked at: store `visibleAnswers`, which leaves them out.
 */
export function checkAnswers(
  form: FormDefinition,
  answers: FormAnswers,
  situation: Situation,
  today: LocalDate = END_OF_TIME,
): readonly FieldFault[] {
  const { properties } = form.schema
  const required = new Set(form.schema.required)
  const known = visibleFields(form, answers, situation).flatMap(({ element }): FieldFault[] => {
    const schema = Object.hasOwn(properties, element) ? properties[element] : undefined
    const value = answerIn(answers, element)
    if (schema === undefined) return []
    if (value === undefined) {
      const verb = schema.enum || schema.type === 'array' || schema.type === 'boolean'
      return required.has(element)
        ? [{ element, message: `请${verb ? '选择' : '填写'}${schema.title}` }]
        : []
    }
    const fault = valueFault(schema, value, today)
    return fault === null ? [] : [{ element, message: `${schema.title}：${fault}` }]
  })
  const unknown = Object.keys(answers)
    .filter((element) => !Object.hasOwn(properties, element))
    .map((element) => ({ element, message: '本表没有这一项，请刷新页面后重新填写' }))
  return [...known, ...unknown]
}
