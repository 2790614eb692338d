type Writable<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Entry)[]
    ? Writable<Entry>[]
    : { -readonly [Key in keyof Value]: Writable<Value[Key]> }

/** A copy for a reply: the contract's schemas know no `readonly`. */
export function wireCopy<Value>(value: Value): Writable<Value> {
  return structuredClone(value) as Writable<Value>
}
