import type { Column } from '../../../domain/catalogue/versions/column.ts'
import { SAMPLE_FAULT_NAME } from '../../../domain/catalogue/versions/guide-words.ts'
import type { ReadCell } from './sheet-reader.ts'

export type CellOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

/** What a cell says in its column; how the value is limited the contract's own rules say afterwards. */
export function cellValue(column: Column, cell: ReadCell | undefined): CellOutcome {
  if (cell?.faulty === 'formula') return wrong('是公式，请改为数值或者文字')
  if (cell?.faulty === 'error') return wrong('是 Excel 的错误值，请重新填写')
  const text = (cell?.text ?? '').trim()
  if (text === '' && column.nullable) return { ok: true, value: null }
  switch (column.kind) {
    case 'text':
      return { ok: true, value: text }
    case 'whole':
    case 'number':
      return numberIn(text, column.kind)
    case 'yes-no':
      if (text === '是' || text === '否') return { ok: true, value: text === '是' }
      return wrong('应为“是”或者“否”')
    case 'one-of':
      return chosen(column, text)
    case 'some-of':
      return severalOf(column, text)
    case 'texts':
      return { ok: true, value: linesOf(text) }
    case 'tests':
      return each(linesOf(text), testIn)
    case 'samples':
      return each(linesOf(text), sampleIn)
    case 'codes':
      return { ok: true, value: linesOf(text).map(codeIn) }
  }
}

const wrong = (message: string): CellOutcome => ({ ok: false, message })

function numberIn(text: string, kind: 'whole' | 'number'): CellOutcome {
  if (text === '') return wrong('请填写数字')
  const number = Number(text)
  if (!Number.isFinite(number)) return wrong('应为数字')
  if (kind === 'whole' && !Number.isInteger(number)) return wrong('应为整数')
  return { ok: true, value: number }
}

function chosen({ names = {} }: Column, text: string): CellOutcome {
  const found = keyOf(names, text)
  return found === undefined
    ? wrong(`应为 ${Object.values(names).join('、')} 之一`)
    : { ok: true, value: found }
}

/** Values without words of their own (topics, events of life) are written as they are. */
function severalOf({ names }: Column, text: string): CellOutcome {
  const parts = text.split(/[、,，;；\s]+/).filter((part) => part !== '')
  if (names === undefined || Object.keys(names).length === 0) return { ok: true, value: parts }
  const unknown = parts.find((part) => keyOf(names, part) === undefined)
  return unknown === undefined
    ? { ok: true, value: parts.map((part) => keyOf(names, part)) }
    : wrong(`没有“${unknown}”，应为 ${Object.values(names).join('、')} 中的几项`)
}

function keyOf(names: Readonly<Record<string, string>>, text: string): string | undefined {
  return Object.entries(names).find(([key, name]) => name === text || key === text)?.[0]
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function each(lines: readonly string[], read: (line: string) => unknown): CellOutcome {
  const values = lines.map(read)
  const at = values.findIndex((value) => typeof value === 'string')
  return at < 0 ? { ok: true, value: values } : wrong(String(values[at]))
}

/** A text in place of a value says what is wrong. */
function testIn(line: string): unknown {
  const [, question, options] = /^([^=]+)=(.+)$/.exec(line) ?? []
  if (question === undefined || options === undefined)
    return `“${line}”应写成 问题编码=选项编码|选项编码`
  return { question: question.trim(), oneOf: options.split('|').map((one) => one.trim()) }
}

function sampleIn(line: string): unknown {
  const [, name, caption] = /^([^：:]+)[：:](.+)$/.exec(line) ?? []
  const fault = keyOf(SAMPLE_FAULT_NAME, (name ?? '').trim())
  if (fault === undefined || caption === undefined)
    return `“${line}”应写成 ${Object.values(SAMPLE_FAULT_NAME).join('、')} 之一加冒号和说明`
  return { fault, caption: caption.trim() }
}

function codeIn(line: string): { for: string; code: string } {
  const [, use, code] = /^([^：:]+)[：:](.+)$/.exec(line) ?? []
  return use === undefined || code === undefined
    ? { for: '', code: line }
    : { for: use.trim(), code: code.trim() }
}
