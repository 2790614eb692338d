/** The few words of the form itself; titles, help and choices come with the form. Another language hands in its own. */
export const FORM_WORDS = {
  optional: '选填',
  choose: '请选择',
  yes: '是',
  no: '否',
  yuan: '元',
  manyOf: '可以选多项',
}
export type FormWords = { readonly [Name in keyof typeof FORM_WORDS]: string }
