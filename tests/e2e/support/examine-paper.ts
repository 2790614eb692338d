import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isInstalled, outputOf } from '../../../documents/testing/poppler.ts'
import { verifyPdf } from '../../../server/sealing/verify-pdf.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/
const VALID_WORDS = 'Signature is Valid'

export type PaperExaminer = {
  /** Valid in our own eyes and, where it is installed, in those of pdfsig. Throws when the two disagree. */
  readonly isValid: (pdf: Buffer) => boolean
  /** What pdfsig said of the last paper; empty where it is not installed. */
  readonly pdfsigSaid: (pdf: Buffer) => string
  /** The text that a reader could select; undefined without pdftotext. */
  readonly textOf: (pdf: Buffer) => string | undefined
}

/** Examines papers as an outsider would who trusts the test authority of this data folder and nothing else. */
export function paperExaminer(dataFolder: string): PaperExaminer {
  const pem = readFileSync(path.join(dataFolder, 'seals', 'test-authority.pem'), 'utf8')
  const authority = CERTIFICATE.exec(pem)?.[0] ?? ''
  const bench = mkdtempSync(path.join(dataFolder, 'examined-'))
  const paper = path.join(bench, 'paper.pdf')
  const trust = isInstalled('pdfsig') && isInstalled('certutil') ? trusting(bench, authority) : null

  const pdfsigSaid = (pdf: Buffer) => {
    if (trust === null) return ''
    writeFileSync(paper, pdf)
    return outputOf('pdfsig', ['-nssdir', trust, paper])
  }
  return {
    pdfsigSaid,
    isValid: (pdf) => {
      const { valid } = verifyPdf(pdf, [authority])
      const said = pdfsigSaid(pdf)
      if (trust !== null && said.includes(VALID_WORDS) !== valid)
        throw new Error(`Our own verdict is ${String(valid)}, but pdfsig says:\n${said}`)
      return valid
    },
    textOf: (pdf) => {
      if (!isInstalled('pdftotext')) return undefined
      writeFileSync(paper, pdf)
      return outputOf('pdftotext', ['-layout', paper, '-'])
    },
  }
}

/** A certificate database that knows one authority. */
function trusting(bench: string, authority: string): string {
  const folder = path.join(bench, 'nss')
  const file = path.join(bench, 'authority.pem')
  mkdirSync(folder)
  writeFileSync(file, authority)
  outputOf('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password'])
  outputOf('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,CT,CT', '-i', file])
  return `sql:${folder}`
}

/** The same paper with one bit of what was signed turned over. */
export function tampered(pdf: Buffer): Buffer {
  const changed = Buffer.from(pdf)
  const middle = Math.floor(changed.length / 3)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  return changed
}
