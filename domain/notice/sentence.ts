/** What an officer typed, closed with a full stop; empty stays empty. */
export function asSentence(typed: string): string {
  const text = typed.trim()
  return text === '' || /[。！？]$/.test(text) ? text : `${text.replace(/[.;；，,、]+$/, '')}。`
}

/** The same without its stop, to stand inside a sentence. */
export function asClause(typed: string): string {
  return typed.trim().replace(/[。！？.;；，,、]+$/, '')
}
