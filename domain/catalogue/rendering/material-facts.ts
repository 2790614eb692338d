import { MATERIAL_PART_NAME } from '../linter/guide-parts.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import { FORMAT_NAME, SAMPLE_FAULT_NAME, SOURCE_NAME } from '../versions/guide-words.ts'
import { conditionWords } from './condition-words.ts'

/** One line about a part; `isOpen`: no law gives it and no department has confirmed it. */
export type Fact = {
  readonly part: string
  readonly name: string
  readonly words: readonly string[]
  readonly isOpen: boolean
}

/** What of the guide a material's words depend on. */
type Around = Pick<ServiceGuide, 'questions' | 'unconfirmed'>
type Words = (material: RequiredMaterial, guide: Around) => readonly string[]

/** What each part of a material says to people; empty: nothing that needs saying. A new part does not compile without. */
const WORDS: Readonly<Record<keyof RequiredMaterial, Words>> = {
  number: ({ number }) => [String(number)],
  name: ({ name }) => [name],
  basis: ({ basis }) => said(basis),
  original: ({ original }) => [original ? '要原件' : '不要原件'],
  copies: ({ copies }) => [copies === 0 ? '不要复印件' : `${copies} 份`],
  format: ({ format }) => [FORMAT_NAME[format]],
  pageFormat: ({ pageFormat }) => said(pageFormat),
  signed: ({ signed }) => [signed ? '须由申请人签名' : '不需要签名'],
  sealed: ({ sealed }) => [sealed ? '须加盖印章' : '不需要盖章'],
  standard: ({ standard }) => said(standard),
  source: ({ source }) => [SOURCE_NAME[source]],
  issuedBy: ({ issuedBy }) => said(issuedBy),
  sharedFrom: ({ sharedFrom }) =>
    sharedFrom === null ? [] : [`由办理机关从${sharedFrom}共享取得，申请人不需要提交`],
  when: ({ when }, { questions }) => {
    const words = conditionWords(when, questions)
    return words === '' ? [] : [`仅在${words}时提交`]
  },
  tolerableDays: ({ tolerableDays }) =>
    tolerableDays === null
      ? []
      : [`可以容缺：签署承诺后受理，${tolerableDays} 个工作日内补齐，补齐前不发证`],
  commitment: ({ commitment }) => (commitment ? ['可以用书面承诺代替（告知承诺）'] : []),
  reusableMonths: ({ reusableMonths }) =>
    reusableMonths === null ? [] : [`经核验的材料 ${reusableMonths} 个月内再次申请时可以复用`],
  isTheForm: ({ isTheForm }) => (isTheForm ? ['即本事项的申请表'] : []),
  fillingNotes: ({ fillingNotes }) => fillingNotes,
  modelText: ({ modelText }) => said(modelText),
  samples: ({ samples }) =>
    samples.map(({ fault, caption }) => `${SAMPLE_FAULT_NAME[fault]}：${caption}`),
}

/** Every part of a material that says something, in the order of its columns. */
export function materialFacts(material: RequiredMaterial, guide: Around): readonly Fact[] {
  return (Object.keys(WORDS) as (keyof RequiredMaterial)[]).flatMap((column) => {
    const part = `materials.${material.number}.${column}`
    const words = WORDS[column](material, guide)
    const isOpen = guide.unconfirmed.includes(part)
    if (words.length === 0 && !isOpen) return []
    return [{ part, name: MATERIAL_PART_NAME[column], words, isOpen }]
  })
}

function said(text: string | null): readonly string[] {
  return text === null || text.trim() === '' ? [] : [text]
}
