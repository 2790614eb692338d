import type { Conflict } from '../offline/merge-drafts.ts'
import { useApply, type Apply } from './use-apply.ts'
import { useApplyWords } from './words.ts'

/** Another device wrote something else into the same field: both are shown, and the person chooses. */
export function ConflictNote() {
  const words = useApplyWords()
  const apply = useApply()
  const { conflicts } = apply.state.draft
  if (conflicts.length === 0) return null
  return (
    <section className="apply-note" role="alert">
      <h2>{words.conflict}</h2>
      <p>{words.conflictHelp}</p>
      {conflicts.map((conflict) => (
        <div key={`${conflict.part}.${conflict.key}`} className="apply-conflict">
          <b lang="zh-CN">{nameOf(conflict, apply) ?? words.whoApplies}</b>
          {(['mine', 'theirs'] as const).map((side) => (
            <button
              key={side}
              type="button"
              className="btn quiet"
              onClick={() => apply.keeper.choose(conflict, side)}
            >
              <small>{side === 'mine' ? words.here : words.otherDevice}</small>
              <span lang="zh-CN">{sayValue(conflict, side, apply) || words.empty}</span>
            </button>
          ))}
        </div>
      ))}
    </section>
  )
}

function nameOf({ part, key }: Conflict, { guide, form }: Apply): string | undefined {
  if (part === 'situation') return guide.questions.find(({ id }) => id === key)?.text
  if (part === 'answers') return form?.schema.properties[key]?.title ?? key
  if (part === 'materials')
    return guide.materials.find(({ number }) => String(number) === key)?.name
  return undefined
}

function sayValue(conflict: Conflict, side: 'mine' | 'theirs', { guide }: Apply): string {
  const value = conflict[side]
  if (conflict.part === 'situation') {
    const question = guide.questions.find(({ id }) => id === conflict.key)
    return question?.options.find((option) => option.value === value)?.label ?? ''
  }
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((one) => typeof one === 'string' && one !== '')
      .join(' · ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
