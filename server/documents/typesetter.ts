import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import { shownHolderCode } from '../../domain/certificate/certificate-document.ts'
import { sealInscriptionOf, type SealInscription } from '../../domain/sealing/seal-inscription.ts'
import { createFitting } from './fitted-spread.ts'
import { createFontCompiler } from './font-compiler.ts'
import { openFontShelf } from './fonts.ts'
import { mapTexts, printable, withMarksFor } from './printable-text.ts'
import { qrCodeSvg } from './qr-code.ts'
import type { RenderInput, RenderJob } from './render-input.ts'
import { splitPages } from './svg-pages.ts'

type Compiler = Typst.NodeCompiler
type TypesetDocument = Typst.NodeTypstDocument
type Typeset = { readonly value: Uint8Array | string[]; readonly missing: readonly string[] }

/** Rounds a cached layout lives. */
const CACHE_AGE = 10

/** Typesets one job at a time; synchronous inside, so it belongs in a process of its own. */
export function createTypesetter(
  root: string,
  cacheFolder: string,
): (job: RenderJob) => Promise<Typeset> {
  const typst = createRequire(join(root, 'package.json'))(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof Typst
  const shelf = openFontShelf(root, cacheFolder)
  const compilerWith = createFontCompiler(async (pieces) => {
    const fontPaths = [...shelf.folders, ...(await Promise.all(pieces.map(shelf.folderOf)))]
    return typst.NodeCompiler.create({
      workspace: join(root, 'documents'),
      fontArgs: [{ fontPaths }],
    })
  })
  const fitted = createFitting<TypesetDocument>()

  return async (job) => {
    const raw = dataOf(job)
    const clean = mapTexts(raw, printable)
    const { pieces, missing } = shelf.needsOf(JSON.stringify(clean))
    const data = mapTexts(clean, withMarksFor(missing))
    const compiler = await compilerWith(pieces)
    const template = templateOf(job)
    const qr = 'input' in job ? { qr: qrCodeSvg(root, job.input.qrUrl) } : {}
    const typeset = (spread: number) =>
      compile(compiler, join(root, 'documents', `${template}.typ`), { ...data, ...qr, spread })
    const document = job.output === 'sheet' ? typeset(1) : fitted(layoutOf(job), typeset)
    const value =
      job.output === 'svg'
        ? splitPages(compiler.plainSvg(document), document.numOfPages)
        : new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }))
    compiler.evictCache(CACHE_AGE)
    return { value, missing }
  }
}

function templateOf(job: RenderJob): string {
  if ('input' in job) return job.input.template
  return job.output === 'seal' ? 'seal-artwork' : 'watermark'
}

function dataOf(job: RenderJob): object {
  switch (job.output) {
    case 'seal':
      return job.inscription
    case 'watermark':
      return { text: job.text }
    case 'sheet':
      return { sheet: job.input.sheet }
    case 'pdf':
    case 'svg':
      return templateData(job.input, job.output)
  }
}

/** What papers of one look share. */
function layoutOf(job: Exclude<RenderJob, { output: 'sheet' }>): string {
  if (!('input' in job)) return job.output
  const { template, document } = job.input
  return `${template} ${document.kind}`
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
