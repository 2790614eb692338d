import { Kbd } from '../../ui/kbd.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { FourChecks as Checks } from '../../../domain/application/commands.ts'
import { FOUR_CHECKS } from './window-acts.ts'

/** The acceptance standard: four checks, each ticked by the clerk (seed notice, part three (2) 1). */
export function FourChecks(props: {
  checks: Checks
  disabled: boolean
  onChange: (checks: Checks) => void
}) {
  const { checks, disabled, onChange } = props
  const toggle = (check: keyof Checks) => {
    if (!disabled) onChange({ ...checks, [check]: !checks[check] })
  }
  useHotkeys(
    Object.fromEntries(
      FOUR_CHECKS.map(([check], index) => [`Alt+${index + 1}`, () => toggle(check)]),
    ),
  )
  return (
    <section aria-label="四项核验">
      <div className="sub">
        <h2 className="h">受理标准</h2>
        <span className="sec">四项核验</span>
        <span className="x sec small">
          <Kbd>Alt</Kbd> + <Kbd>1</Kbd> 至 <Kbd>4</Kbd>
        </span>
      </div>
      <div className="four">
        {FOUR_CHECKS.map(([check, name]) => (
          <label key={check}>
            <input
              type="checkbox"
              checked={checks[check]}
              disabled={disabled}
              onChange={() => toggle(check)}
            />
            {name}
          </label>
        ))}
      </div>
    </section>
  )
}
