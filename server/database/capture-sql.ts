import { appendFileSync } from 'node:fs'

/**
 * Writes every distinct SQL text once, one JSON string a line, for the schema linter that runs after the tests.
 * Several test processes append to the same file.
 */
export function sqlCapture(
  file: string | undefined = process.env['YICHUANG_CAPTURE_SQL'],
): ((text: string) => void) | undefined {
  if (!file) return undefined
  const seen = new Set<string>()
  return (text) => {
    if (seen.has(text)) return
    seen.add(text)
    appendFileSync(file, `${JSON.stringify(text)}\n`)
  }
}
