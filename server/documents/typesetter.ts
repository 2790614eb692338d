import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import { shownHolderCode } from '../../domain/certificate/certificate-document.ts'
import { sealInscriptionOf, type SealInscription } from '../../domain/sealing/seal-inscription.ts'
import { openFontShelf } from './fonts.ts'
import { mapTexts, printable, withMarksFor } from './printable-text.ts'
import { qrCodeSvg } from './qr-code.ts'
import type { RenderInput, RenderJob } from './render-input.ts'
import { splitPages } from './svg-pages.ts'

type Compiler = Typst.NodeCompiler
type TypesetDocument = Typst.NodeTypstDocument
type Typeset = { readonly value: Uint8Array | string[]; readonly missing: readonly string[] }

/** Compilers kept for different sets of rare characters; each maps some 60 MB of fonts. */
const MAX_COMPILERS = 4
/** Rounds a cached layout lives. */
const CACHE_AGE = 10

/** Typesets one job at a time; synchronous inside, so it belongs in a worker thread. */
export function createTypesetter(
  root: string,
  cacheFolder: string,
): (job: RenderJob) => Promise<Typeset> {
  const typst = createRequire(join(root, 'package.json'))(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof Typst
  const shelf = openFontShelf(root, cacheFolder)
  const compilers = new Map<string, Compiler>()

  async function compilerWith(pieces: readonly string[]): Promise<Compiler> {
    const key = pieces.join(' ')
    const known = compilers.get(key)
    if (known) return known
    const fontPaths = [...shelf.folders, ...(await Promise.all(pieces.map(shelf.folderOf)))]
    const compiler = typst.NodeCompiler.create({
      workspace: join(root, 'documents'),
      fontArgs: [{ fontPaths }],
    })
    const oldest = compilers.keys().next().value
    if (compilers.size >= MAX_COMPILERS && oldest !== undefined) compilers.delete(oldest)
    compilers.set(key, compiler)
    return compiler
  }

  return async (job) => {
    const raw = job.output === 'seal' ? job.inscription : templateData(job.input, job.output)
    const clean = mapTexts(raw, printable)
    const { pieces, missing } = shelf.needsOf(JSON.stringify(clean))
    const data = mapTexts(clean, withMarksFor(missing))
    const compiler = await compilerWith(pieces)
    const template = job.output === 'seal' ? 'seal-artwork' : job.input.template
    const qr = job.output === 'seal' ? {} : { qr: qrCodeSvg(root, job.input.qrUrl) }
    const typeset = (spread: number) =>
      compile(compiler, join(root, 'documents', `${template}.typ`), { ...data, ...qr, spread })
    const document = fitted(typeset)
    const value =
      job.output === 'svg'
        ? splitPages(compiler.plainSvg(document), document.numOfPages)
        : new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }))
    compiler.evictCache(CACHE_AGE)
    return { value, missing }
  }
}

/** The widest spacing that needs one page; what needs more pages anyway gets the standard's spacing. */
function fitted(typeset: (spread: number) => TypesetDocument): TypesetDocument {
  const widest = typeset(1)
  if (widest.numOfPages !== 2) return widest
  const closest = typeset(0)
  if (closest.numOfPages !== 1) return widest
  const middle = typeset(0.5)
  return middle.numOfPages === 1 ? middle : closest
}

function compile(compiler: Compiler, mainFilePath: string, data: object) {
  const done = compiler.compile({ mainFilePath, inputs: { data: JSON.stringify(data) } })
  const document = done.result
  if (document) return document
  const error = done.takeError()
  throw new Error(`Typesetting failed: ${JSON.stringify(error?.shortDiagnostics ?? 'unknown')}`)
}

function templateData(input: RenderInput, output: 'pdf' | 'svg'): object {
  const { document } = input
  const organ = input.template === 'notice' ? input.document.issuer : input.document.decidedBy
  const inscription: SealInscription | null =
    document.seal === null ? null : sealInscriptionOf(document.seal, organ)
  const onScreen = input.sealShown ?? (input.draft ? 'faint' : 'none')
  return {
    document,
    draft: input.draft,
    verifyCode: input.verifyCode,
    testSeal: input.testSeal ?? true,
    inscription,
    sealShown: output === 'pdf' || inscription === null ? 'none' : onScreen,
    ...(input.template === 'notice'
      ? { number: input.number, copies: input.copies ?? null }
      : { holderCode: shownHolderCode(input.document.holder), document: certificateData(input) }),
  }
}

/** The whole number of a person stays outside the template. */
function certificateData(input: Extract<RenderInput, { template: 'certificate' }>): object {
  const { holder, ...rest } = input.document
  return { ...rest, holderName: holder.name }
}
