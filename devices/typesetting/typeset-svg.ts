import { createRequire } from 'node:module'
import path from 'node:path'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'

const load = createRequire(import.meta.url)
const FACES = [
  ['@expo-google-fonts/noto-sans-sc', ['400Regular', '700Bold']],
  ['@expo-google-fonts/noto-serif-tibetan', ['400Regular', '700Bold']],
] as const
/** Rounds a cached layout lives. */
const CACHE_AGE = 5

let compiler: Typst.NodeCompiler | undefined

/** One page of Typst as SVG, in the product's own fonts. `data` is read by the source as `sys.inputs.data`. */
export function typesetSvg(source: string, data: object): string {
  compiler ??= openCompiler()
  const done = compiler.compile({
    mainFileContent: source,
    inputs: { data: JSON.stringify(data) },
    resetRead: true,
  })
  const document = done.result
  if (!document)
    throw new Error(`typesetting failed: ${JSON.stringify(done.takeError()?.shortDiagnostics)}`)
  const svg = compiler.plainSvg(document)
  compiler.evictCache(CACHE_AGE)
  return svg
}

/** Some 40 MB of fonts: opened with the first ticket, not with the program. */
function openCompiler(): Typst.NodeCompiler {
  const typst = load('@myriaddreamin/typst-ts-node-compiler') as typeof Typst
  const fontPaths = FACES.flatMap(([name, weights]) => {
    const folder = path.dirname(load.resolve(`${name}/package.json`))
    return weights.map((weight) => path.join(folder, weight))
  })
  return typst.NodeCompiler.create({ fontArgs: [{ fontPaths }] })
}
