/** What a check of something typed answers: its normal form, or what is wrong and how to mend it, in Chinese. */
export type Checked<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: Fault; readonly sentence: string }
