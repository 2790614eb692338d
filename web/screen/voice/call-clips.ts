import type { CLIP_TIMES } from './clips/clip-times.ts'

export type ClipName = keyof typeof CLIP_TIMES

const LETTERS: readonly string[] = ['A', 'B', 'C', 'D', 'P', 'Y']

/** 请 A 零 一 二 号 到 十 一 号窗口, clip by clip; null: something in it was never recorded. */
export function callClips({
  number,
  windowId,
}: {
  readonly number: string
  readonly windowId: number
}): readonly ClipName[] | null {
  const read = number.split('')
  if (read.length === 0 || !read.every((one) => /\d/.test(one) || LETTERS.includes(one)))
    return null
  if (!Number.isInteger(windowId) || windowId < 1 || windowId > 99) return null
  return ['qing', ...(read as ClipName[]), 'hao', 'dao', ...countClips(windowId), 'window']
}

/** As one counts: 2 二, 10 十, 12 十二, 20 二十, 21 二十一. */
function countClips(count: number): readonly ClipName[] {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return [
    ...(tens > 1 ? [String(tens) as ClipName] : []),
    ...(tens > 0 ? (['ten'] as const) : []),
    ...(ones > 0 ? [String(ones) as ClipName] : []),
  ]
}
