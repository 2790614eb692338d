import type { GuideView } from '../../../contract/catalogue.ts'
import type { GuideWords } from './words.ts'

type Material = GuideView['materials'][number]

/** 原件 纸质; 免交 is said under the requirements. */
export function formOf(material: Material, words: GuideWords): string {
  const format = {
    paper: words.formatPaper,
    electronic: words.formatElectronic,
    either: words.formatEither,
  }[material.format]
  return `${material.original ? words.originalPaper : words.copyPaper}${words.comma}${format}`
}

/** Who signs, who issues, what may replace it. */
export function requirementsOf(material: Material, words: GuideWords): readonly string[] {
  const source = {
    applicant: words.sourceApplicant,
    authority: words.sourceAuthority,
    intermediary: words.sourceIntermediary,
  }[material.source]
  const hands = [
    ...(material.signed ? [words.signed] : []),
    ...(material.sealed ? [words.sealed] : []),
  ]
  return [
    ...(hands.length > 0 ? [hands.join(words.comma)] : []),
    material.issuedBy === null ? source : words.issuedBy(material.issuedBy),
    ...(material.sharedFrom === null ? [] : [words.shared(material.sharedFrom)]),
    ...(material.tolerableDays === null ? [] : [words.tolerable(material.tolerableDays)]),
    ...(material.commitment ? [words.commitment] : []),
    ...(material.reusableMonths === null ? [] : [words.reusable(material.reusableMonths)]),
  ]
}

/** 分情形提交: 经营场所 = 租赁. */
export function conditionsOf(
  guide: Pick<GuideView, 'questions'>,
  material: Material,
  words: GuideWords,
): readonly string[] {
  if (material.when.length === 0) return []
  const answers = material.when.map(({ question, oneOf }) => {
    const options = guide.questions.find(({ id }) => id === question)?.options ?? []
    return oneOf
      .map((value) => options.find((option) => option.value === value)?.label ?? value)
      .join(' / ')
  })
  return [`${words.conditional}: ${answers.join(' + ')}`]
}

/** 待部门确认：份数、规格; empty where all of it is from law or confirmed. */
export function pendingOfMaterial(
  { unconfirmed }: Pick<GuideView, 'unconfirmed'>,
  number: number,
  words: GuideWords,
): string {
  const prefix = `materials.${number}`
  if (unconfirmed.includes(prefix)) return words.pending
  const parts = unconfirmed
    .filter((part) => part.startsWith(`${prefix}.`))
    .map((part) => partName(part.slice(prefix.length + 1), words))
  return parts.length === 0 ? '' : words.pendingOf([...new Set(parts)].join(words.comma))
}

function partName(part: string, words: GuideWords): string {
  const names: Readonly<Record<string, string>> = {
    name: words.partName,
    basis: words.partBasis,
    copies: words.partCopies,
    format: words.partFormat,
    pageFormat: words.partPageFormat,
    signed: words.partSigned,
    sealed: words.partSealed,
    standard: words.partStandard,
    issuedBy: words.partIssuedBy,
    sharedFrom: words.partShared,
    tolerableDays: words.partTolerable,
    commitment: words.partCommitment,
    reusableMonths: words.partReusable,
    samples: words.partSamples,
    fillingNotes: words.fillingNotes,
    modelText: words.modelText,
    source: words.source,
  }
  return names[part.split('.')[0] ?? ''] ?? words.partOther
}
