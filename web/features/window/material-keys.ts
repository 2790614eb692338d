import type { MaterialState } from '../../../domain/application/application.ts'

export const JUDGEMENTS = [
  'held',
  'defective',
  'missing',
  'promised',
] as const satisfies readonly MaterialState[]

/** Where in a material's row the key was pressed. */
export type RowPlace = 'judgement' | 'remark' | 'elsewhere'
export type RowKey =
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'judge'; readonly state: MaterialState }
  | { readonly kind: 'remark' }
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** What a key means in the list of materials; null: nothing, let it through. */
export function rowKeyOf(press: Press, place: RowPlace): RowKey | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  if (place === 'remark') return press.key === 'Enter' ? { kind: 'move', by: 1 } : null
  if (press.key === 'ArrowDown') return { kind: 'move', by: 1 }
  if (press.key === 'ArrowUp') return { kind: 'move', by: -1 }
  // A link and the file button keep their own Enter.
  if (press.key === 'Enter') return place === 'judgement' ? { kind: 'remark' } : null
  const state = JUDGEMENTS[Number(press.key) - 1]
  return state === undefined ? null : { kind: 'judge', state }
}
