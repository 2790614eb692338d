import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import type { MaterialChoice } from './draft-content.ts'

export type MaterialCheck = {
  readonly number: number
  readonly name: string
  readonly state: 'held' | 'missing' | 'promised' | 'to-follow' | 'at-the-window'
  /** What is still to do, in Chinese; empty: nothing. */
  readonly message: string
}

/** What a material has so far: complete files, and files that still arrive. */
export type PagesSoFar = { readonly complete: number; readonly receiving: number }

/** How each material of the situation stands, and what is missing before the draft may be submitted. */
export function checkMaterials(
  wanted: readonly RequiredMaterial[],
  choices: Readonly<Record<string, MaterialChoice>>,
  pages: Readonly<Record<number, PagesSoFar>>,
): MaterialCheck[] {
  return wanted.map((material) => ({
    number: material.number,
    name: material.name,
    ...standingOf(material, choices[material.number], pages[material.number] ?? NONE),
  }))
}

const NONE: PagesSoFar = { complete: 0, receiving: 0 }

function standingOf(
  material: RequiredMaterial,
  choice: MaterialChoice | undefined,
  { complete, receiving }: PagesSoFar,
): Pick<MaterialCheck, 'state' | 'message'> {
  const missing = (message: string) => ({ state: 'missing' as const, message })
  if (receiving > 0) return missing('还有文件没有传完，请等待上传完成，或者删除未传完的文件。')
  const { way = 'upload' } = choice ?? {}
  if (way === 'commitment' && material.commitment)
    return { state: 'promised', message: '以告知承诺代替，提交时签署承诺书。' }
  if (complete > 0) return { state: 'held', message: '' }
  if (way === 'follow' && material.tolerableDays !== null)
    return {
      state: 'to-follow',
      message: `受理后 ${material.tolerableDays} 个工作日内补交，由窗口决定是否容缺受理。`,
    }
  // Received by the counter on paper; the form itself is filled in here.
  if (material.isTheForm) return { state: 'held', message: '' }
  if (material.format === 'paper' && way === 'window')
    return { state: 'at-the-window', message: '请把纸质原件交到窗口。' }
  return missing(missingSentence(material))
}

function missingSentence({ format, commitment }: RequiredMaterial): string {
  if (format === 'paper') return '请上传扫描件，或者选择“到窗口交纸质件”。'
  return commitment ? '请上传文件，或者选择“以承诺代替”。' : '请上传文件，或者用手机拍照。'
}
