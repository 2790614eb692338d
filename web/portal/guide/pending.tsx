import type { GuideView } from '../../../contract/catalogue.ts'
import { useGuideWords } from './words.ts'

type Unconfirmed = Pick<GuideView, 'unconfirmed'>

/** 待部门确认 beside a part that no law gives: the part itself, or anything in it. */
export function Pending({ guide, part }: { guide: Unconfirmed; part: string }) {
  const words = useGuideWords()
  if (!isPending(guide, part)) return null
  return <em className="pending">{words.pending}</em>
}

export function isPending({ unconfirmed }: Unconfirmed, part: string): boolean {
  return unconfirmed.some((one) => one === part || one.startsWith(`${part}.`))
}
