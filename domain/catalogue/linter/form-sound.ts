import { formFaults } from '../../form/form-faults.ts'
import { canHold, cyclicQuestions } from '../situation-reach.ts'
import { error, type GuideRule } from './guide-rule.ts'

/** A condition of a field is about a question of this guide or an earlier field, and can come true. */
export const FORM_SOUND: GuideRule = {
  id: 'form-sound',
  source: '《行政许可法》第二十九条第一款（格式文本）',
  check: ({ guide: { formId, questions }, form }) => {
    if (form === null || form.formId !== formId) return []
    const { properties } = form.schema
    const hasEnd = cyclicQuestions(questions).length === 0
    const named = (element: string) =>
      `“${Object.hasOwn(properties, element) ? properties[element]?.title : element}”`
    return [
      ...formFaults(form, { questions }).map(({ element, message }) =>
        error(
          'formId',
          element === 'layout' ? `表单：${message}` : `表单的${named(element)}：${message}`,
        ),
      ),
      ...form.layout
        .flatMap(({ fields }) => fields)
        .filter(({ when }) => {
          const asked = when.filter(({ question }) => questions.some(({ id }) => id === question))
          return hasEnd && asked.length > 0 && !canHold(questions, asked)
        })
        .map(({ element }) =>
          error('formId', `表单的${named(element)}的显示条件不可能成立，谁都不会填到`),
        ),
    ]
  },
}
