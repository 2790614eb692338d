import type { Rolldown } from 'vite'

export type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>

/** The chunk that holds a module (the end of its path), with all that it imports at once. */
export function filesOf(bundle: Bundle, module: string): readonly string[] {
  const found = Object.values(bundle).find((part) => holds(part, (id) => id.endsWith(module)))
  return found === undefined ? [] : [...closureOf(bundle, [found.fileName])]
}

/** Addresses of what the entry and the pages need to be shown. */
export function shellOf(bundle: Bundle, pages: RegExp): readonly string[] {
  const roots = Object.values(bundle).filter(
    (part) => (part.type === 'chunk' && part.isEntry) || holds(part, (id) => pages.test(id)),
  )
  const files = closureOf(
    bundle,
    roots.map(({ fileName }) => fileName),
  )
  return [...files].toSorted().map((file) => `/${file}`)
}

/** Chunks with all that they import at once, and their styles. */
export function closureOf(bundle: Bundle, roots: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (file: string) => {
    const part = bundle[file]
    if (part === undefined || files.has(file)) return
    files.add(file)
    if (part.type !== 'chunk') return
    for (const style of part.viteMetadata?.importedCss ?? []) files.add(style)
    for (const other of part.imports) add(other)
  }
  for (const root of roots) add(root)
  return files
}

function holds(part: Bundle[string], isMeant: (id: string) => boolean): boolean {
  return part.type === 'chunk' && part.moduleIds.some(isMeant)
}
