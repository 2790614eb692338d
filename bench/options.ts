import { parseArgs } from 'node:util'
import { SECTION_NAMES, type SectionName } from './section.ts'

export type BenchOptions = {
  /** Small regions and short rounds: everything in less than five minutes. */
  readonly quick: boolean
  readonly sections: readonly SectionName[]
  /** Measure although the machine is busy; the report says so. */
  readonly anyway: boolean
  /** Where the made regions are kept. */
  readonly folder: string
  /** A Markdown file whose part between the report's marks is replaced. */
  readonly write: string | undefined
}

export const USAGE = `npm run bench -- [section …] [--quick] [--anyway] [--folder data/bench] [--write docs/performance.md]
  sections: ${SECTION_NAMES.join(' ')} (all when none is named)`

/** Undefined: the arguments make no sense. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const given = parsed(args)
  if (given === undefined) return undefined
  const { values, positionals } = given
  const sections = SECTION_NAMES.filter(
    (name) => positionals.length === 0 || positionals.includes(name),
  )
  const areKnown = positionals.every((name) => (SECTION_NAMES as readonly string[]).includes(name))
  return areKnown ? { ...values, sections, write: values.write } : undefined
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        anyway: { type: 'boolean', default: false },
        folder: { type: 'string', default: 'data/bench' },
        write: { type: 'string' },
      },
    })
  } catch {
    return undefined
  }
}
