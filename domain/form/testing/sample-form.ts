import type { DataElement } from '../data-element.ts'
import type { FieldSchema, FormDefinition, FormField } from '../form-definition.ts'

/** A form of so many fields in one group, in the order given. */
export function formOf(
  properties: Readonly<Record<string, FieldSchema>>,
  more: {
    readonly required?: readonly string[]
    readonly when?: Readonly<Record<string, FormField['when']>>
    readonly formId?: string
    readonly group?: string
  } = {},
): FormDefinition {
  const { required = [], when = {}, formId = 'sample', group = 'all' } = more
  return {
    formId,
    version: 1,
    title: '示例表单',
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties,
      required,
      additionalProperties: false,
    },
    layout: [
      {
        id: group,
        title: '基本情况',
        help: null,
        fields: Object.keys(properties).map((element) => ({
          element,
          when: when[element] ?? [],
          wide: false,
        })),
      },
    ],
  }
}

export function elementOf(
  id: string,
  schema: FieldSchema,
  prefill: DataElement['prefill'] = null,
): DataElement {
  return { id, name: schema.title, nameEn: id, schema, personal: prefill !== null, prefill }
}

/** Who applies, and for a company its code: a field that depends on an earlier one. */
export const APPLICANT_FORM = formOf(
  {
    'applicant.kind': { type: 'string', title: '申请人类型', enum: ['person', 'company'] },
    'applicant.name': { type: 'string', title: '申请人名称', maxLength: 50 },
    'applicant.credit-code': {
      type: 'string',
      title: '统一社会信用代码',
      format: 'credit-code',
    },
    'premises.area': { type: 'number', title: '经营场所面积', minimum: 1, maximum: 10_000 },
    'business.kinds': {
      type: 'array',
      title: '经营项目',
      items: { type: 'string', enum: ['热食', '冷食', '糕点'] },
      minItems: 1,
      uniqueItems: true,
    },
  },
  {
    formId: 'applicant',
    required: ['applicant.kind', 'applicant.name', 'applicant.credit-code', 'business.kinds'],
    when: {
      'applicant.credit-code': [{ question: 'applicant.kind', oneOf: ['company'] }],
      'business.kinds': [{ question: 'where', oneOf: ['shop'] }],
    },
  },
)
