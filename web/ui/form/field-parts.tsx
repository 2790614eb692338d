import type { ReactNode } from 'react'
import type { FieldSchema, FieldValue } from '../../../domain/form/form-definition.ts'
import { fieldId } from './field-id.ts'
import type { FormWords } from './words.ts'

export type FieldProps = {
  readonly element: string
  readonly schema: FieldSchema
  readonly isWide: boolean
  readonly isRequired: boolean
  readonly value: FieldValue | undefined
  readonly fault: string | undefined
  readonly words: FormWords
  readonly note: ReactNode
  readonly onChange: (value: FieldValue | null) => void
}
export type Choice = { readonly value: string; readonly label: string }

/** Title, help, fault and note of a field; ids for what describes it. */
export function describedBy({ element, schema, fault }: FieldProps): string | undefined {
  const id = fieldId(element)
  const parts = [schema.description ? `${id}-help` : '', fault === undefined ? '' : `${id}-fault`]
  const ids = parts.filter((part) => part !== '').join(' ')
  return ids === '' ? undefined : ids
}

export function FieldTitle({ schema, isRequired, words }: FieldProps) {
  return (
    <>
      <span lang="zh-CN">{schema.title}</span>
      {!isRequired && <small className="form-optional">{words.optional}</small>}
    </>
  )
}

export function FieldHelp({ element, schema, fault, note }: FieldProps) {
  const id = fieldId(element)
  return (
    <>
      {schema.description && (
        <span className="form-help" id={`${id}-help`} lang="zh-CN">
          {schema.description}
        </span>
      )}
      {note && <span className="form-note">{note}</span>}
      {fault !== undefined && (
        <span className="form-fault" id={`${id}-fault`} lang="zh-CN">
          {fault}
        </span>
      )}
    </>
  )
}
