/** Cuts the one tall SVG of all pages into one SVG a page; glyph definitions go with each. */
export function splitPages(svg: string, pages: number): string[] {
  if (pages === 1) return [svg]
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"/.exec(svg)
  const width = Number(box?.[1])
  const height = Number(box?.[2]) / pages
  if (!box || !Number.isFinite(width) || !Number.isFinite(height))
    throw new Error('the SVG of the pages has no viewBox')
  return Array.from({ length: pages }, (_, page) =>
    svg.replace(
      box[0],
      `viewBox="0 ${page * height} ${width} ${height}" width="${width}pt" height="${height}pt"`,
    ),
  )
}
