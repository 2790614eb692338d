/**
 * Cuts the one tall SVG of all pages into one SVG a page, each with its own glyphs only. For the screen: a hundredth
 * of a point is far below a pixel, so numbers lose the digits that nobody sees. Each page is an image of its own.
 */
export function splitPages(svg: string, pages: number): string[] {
  const [head, ...rest] = svg.split(PAGE_START)
  const tail = rest.pop()
  const last = tail?.indexOf('\n    <defs') ?? -1
  if (head === undefined || tail === undefined || last < 0 || rest.length + 1 !== pages)
    throw new Error('the SVG of the pages is not built as expected')
  const { end, glyphs } = definitionsOf(tail.slice(last))
  const bodies = [...rest, tail.slice(0, last)]
  return bodies.map((body, page) => {
    const sheet = sheetOf(head, page, pages)
    return withOwnGlyphs(sheet + body.slice(body.indexOf('/>') + 2), glyphs, end)
  })
}

/** The white sheet that begins every page. */
const PAGE_START = '\n    <path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0 '

/** The picture's head with the window on that page, and the page's own white: the pages lie one under the other. */
function sheetOf(head: string, page: number, pages: number): string {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"/.exec(head)
  const width = Number(box?.[1])
  const height = Number(box?.[2]) / pages
  if (!box || !Number.isFinite(width) || !Number.isFinite(height))
    throw new Error('the SVG of the pages has no viewBox')
  const top = page * height
  const view = `viewBox="0 ${top} ${width} ${height}" width="${width}pt" height="${height}pt"`
  const white = `<rect y="${top}" width="${width}" height="${height}" fill="#fff"/>`
  return head.replace(box[0], view) + white
}

const GLYPH = /<symbol id="(g[0-9A-F]+)"([^>]*>[^]*?<\/symbol>)/g
/** The same few thousand characters come again in every paper: their outlines are shortened once. */
const MAX_GLYPHS = 4_000
const outlines = new Map<string, string>()

/** Short names for the glyphs in use, and no others. */
function withOwnGlyphs(page: string, glyphs: ReadonlyMap<string, string>, end: string): string {
  const names = new Map<string, string>()
  const named = page.replaceAll(/xlink:href="#(g[0-9A-F]+)"/g, (_, id: string) => {
    const name = names.get(id) ?? `g${names.size.toString(36)}`
    names.set(id, name)
    return `href="#${name}"`
  })
  const symbols = Array.from(glyphs, ([id, outline]) => {
    const name = names.get(id)
    return name === undefined ? '' : `<symbol id="${name}"${outline}`
  })
  return small(named) + end.replace(GLYPHS_GO_HERE, () => symbols.join(''))
}

const GLYPHS_GO_HERE = '<glyphs/>'

/** The definitions with a mark where the glyphs were, and the glyphs by name. */
function definitionsOf(tail: string): { end: string; glyphs: ReadonlyMap<string, string> } {
  const glyphs = new Map<string, string>()
  const rest = tail.replaceAll(GLYPH, (_, id: string, outline: string) => {
    glyphs.set(id, shortOutline(id, outline))
    return glyphs.size === 1 ? GLYPHS_GO_HERE : ''
  })
  return { end: small(rest).trim(), glyphs }
}

function shortOutline(id: string, outline: string): string {
  const known = outlines.get(id)
  if (known !== undefined) return known
  if (outlines.size >= MAX_GLYPHS) outlines.clear()
  const made = small(outline)
  outlines.set(id, made)
  return made
}

function small(svg: string): string {
  return svg
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/ (?:class="typst-[a-z]+"|fill-rule="nonzero")/g, '')
    .replaceAll(/ d="([^"]*)"/g, (_, path: string) => ` d="${smallPath(path)}"`)
    .replaceAll(/-?\d+\.\d{5,}/g, (number) => String(Number(Number(number).toFixed(4))))
}

function smallPath(path: string): string {
  return path
    .replaceAll(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll(/\s*([A-Za-z])\s*/g, '$1')
}
