/** One tag of an XML text, or what stands between two. */
export type XmlPiece =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: string
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const PIECE =
  /<\/(?:[\w.-]+:)?([\w.-]+)\s*>|<(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<[?!][^<>]*>|([^<]+)/g

/** Walks over the XML of a workbook's part. Entities of a document of its own are not known, and so never expanded. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (const [, closed, opened, attributes = '', text] of xml.matchAll(PIECE)) {
    if (closed !== undefined) yield { kind: 'close', name: closed }
    else if (opened !== undefined)
      yield { kind: 'open', name: opened, attributes, isEmpty: attributes.endsWith('/') }
    else if (text !== undefined) yield { kind: 'text', text: plain(text) }
  }
}

/** The attributes of every tag of that name. */
export function openTags(xml: string, name: string): string[] {
  return [...xmlPieces(xml)].flatMap((piece) =>
    piece.kind === 'open' && piece.name === name ? [piece.attributes] : [],
  )
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    attributes,
  )
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : plain(value)
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function plain(text: string): string {
  return text
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name as string] ?? (whole as string)
      const code = Number.parseInt((decimal ?? hex) as string, decimal === undefined ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replaceAll(/_x([\da-fA-F]{4})_/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
}
