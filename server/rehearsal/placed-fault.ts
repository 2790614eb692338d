import type { z } from 'zod'

export type Path = readonly PropertyKey[]
/** What is wrong at a place of the document. */
export type PlacedFault = { readonly path: Path; readonly message: string }

/** An unknown key is placed where it stands, a missing one at the mapping it belongs in. */
export function placedFaults(
  issues: readonly z.core.$ZodIssue[],
  under: Path = [],
): readonly PlacedFault[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...under, ...issue.path, key],
          message: `不认识的键“${key}”，请对照格式改正或者删去`,
        }))
      : [
          {
            path: [...under, ...issue.path],
            message: `${nameOf([...under, ...issue.path])}${issue.message}`,
          },
        ],
  )
}

function nameOf(path: Path): string {
  const last = path.findLast((part) => typeof part === 'string')
  return last === undefined || last === 'steps' ? '' : `${last}：`
}
