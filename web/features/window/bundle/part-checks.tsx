import { useState } from 'react'
import type { FourChecks } from '../../../../domain/application/commands.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { NO_CHECKS } from '../intake-draft.ts'
import { FOUR_CHECKS } from '../window-acts.ts'

type Part = { readonly itemId: string; readonly name: string }

/** The four checks of each part: the keys tick the part one is at, Alt+0 goes to the next. */
export function PartChecks(props: {
  parts: readonly Part[]
  checks: Readonly<Record<string, FourChecks>>
  onChange: (itemId: string, checks: FourChecks) => void
}) {
  const { parts, checks, onChange } = props
  const [at, setAt] = useState(0)
  const current = parts[Math.min(at, parts.length - 1)]
  const toggle = (itemId: string, check: keyof FourChecks) => {
    const now = checks[itemId] ?? NO_CHECKS
    onChange(itemId, { ...now, [check]: !now[check] })
  }
  useHotkeys({
    ...Object.fromEntries(
      FOUR_CHECKS.map(([check], index) => [
        `Alt+${index + 1}`,
        () => current && toggle(current.itemId, check),
      ]),
    ),
    'Alt+0': () => setAt((before) => (before + 1) % Math.max(parts.length, 1)),
  })
  return (
    <section aria-label="四项核验">
      <div className="sub">
        <h2 className="h">受理标准</h2>
        <span className="sec">每项分别核验</span>
        <span className="x sec small">
          <Kbd>Alt</Kbd> + <Kbd>1</Kbd> 至 <Kbd>4</Kbd>，<Kbd>0</Kbd> 换一项
        </span>
      </div>
      {parts.map(({ itemId, name }, index) => (
        <fieldset
          key={itemId}
          className={`part-checks ${itemId === current?.itemId ? 'on' : ''}`}
          onFocus={() => setAt(index)}
        >
          <legend>{name}</legend>
          <div className="four">
            {FOUR_CHECKS.map(([check, words]) => (
              <label key={check}>
                <input
                  type="checkbox"
                  checked={(checks[itemId] ?? NO_CHECKS)[check]}
                  onChange={() => toggle(itemId, check)}
                />
                {words}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}
