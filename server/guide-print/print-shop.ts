import { createHash } from 'node:crypto'

export type Sheet = {
  readonly template: 'guide' | 'blank-form'
  readonly sheet: object
  readonly qrUrl: string
}

/** Printed sheets that are kept: one for each guide and form of a catalogue, and some that were replaced. */
const MOST_KEPT = 200
/** Sheets in the making at once; each is made once however many ask for it. */
const MOST_WAITING = 12

export type PrintShop = {
  /** The PDF and its tag; null: too much is being printed. The same content is typeset once. */
  readonly print: (
    sheet: Sheet,
  ) => Promise<{ readonly pdf: Uint8Array; readonly tag: string } | null>
}

/** Nobody can make the typesetter work more than once for the same content. */
export function createPrintShop(typeset: (sheet: Sheet) => Promise<Uint8Array>): PrintShop {
  const made = new Map<string, Promise<Uint8Array>>()
  let waiting = 0

  const start = (sheet: Sheet, hash: string): Promise<Uint8Array> => {
    waiting += 1
    const making = typeset(sheet).finally(() => {
      waiting -= 1
    })
    making.catch(() => made.delete(hash))
    return making
  }

  return {
    print: async (sheet) => {
      const hash = createHash('sha256').update(JSON.stringify(sheet)).digest('base64url')
      const known = made.get(hash)
      if (known === undefined && waiting >= MOST_WAITING) return null
      const pdf = known ?? start(sheet, hash)
      // Asked for again it is the newest; the oldest goes first.
      made.delete(hash)
      made.set(hash, pdf)
      const [oldest] = made.keys()
      if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest)
      return { pdf: await pdf, tag: `"${hash.slice(0, 27)}"` }
    },
  }
}
