import { error, type GuideRule, warning } from './guide-rule.ts'

export const FORM_EXISTS: GuideRule = {
  id: 'form-exists',
  source: '《行政许可法》第二十九条第一款、第三十条第一款',
  check: ({ guide: { formId, materials }, form }) => {
    const asForm = materials.filter(({ isTheForm }) => isTheForm)
    if (formId === null)
      return [
        warning('formId', '没有格式文本，申请人只能自己写申请书；请编制表单'),
        ...asForm.map(({ number }) =>
          error(`materials.${number}.isTheForm`, `第 ${number} 项材料标为本事项表单，但没有表单`),
        ),
      ]
    if (form === null || form.formId !== formId)
      return [error('formId', `表单 ${formId} 不存在，请先编制或者改选其他表单`)]
    return asForm.length === 1
      ? []
      : [
          warning(
            'formId',
            asForm.length === 0
              ? '没有哪项材料标为本事项表单，申请人不知道表单填好后交在哪里'
              : '有几项材料都标为本事项表单，请只留一项',
          ),
        ]
  },
}
