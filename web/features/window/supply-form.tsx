import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { useCommand } from '../../api/use-command.ts'
import { longDate } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

/** What was asked for, or promised, handed in at the counter: tick what came. When the last correction is in, the acceptance clock starts again. */
export function SupplyForm(props: {
  application: ApplicationView
  of: 'correction' | 'tolerance'
}) {
  const { application, of } = props
  const { run, busy, problem } = useCommand(
    of === 'correction' ? 'supply-correction' : 'supply-tolerated',
  )
  const [came, setCame] = useState<readonly number[]>([])
  const outstanding = application[of]?.outstanding ?? []
  const supplied = came.filter((number) => outstanding.includes(number))
  const supply = () => {
    if (supplied.length === 0 || busy) return
    void run({
      applicationId: application.applicationId,
      expectedVersion: application.version,
      fields: { materials: [...supplied] },
    })
  }
  useHotkeys({ F7: supply })
  return (
    <section className="supply" aria-label="补交材料">
      <h3>{of === 'correction' ? '补交材料' : `补交容缺材料${promisedBy(application)}`}</h3>
      {outstanding.map((number, index) => (
        <label key={number}>
          <input
            type="checkbox"
            autoFocus={index === 0}
            checked={supplied.includes(number)}
            onChange={() =>
              setCame((before) =>
                before.includes(number)
                  ? before.filter((one) => one !== number)
                  : [...before, number],
              )
            }
          />
          第 {number} 项 {application.materials.find((one) => one.number === number)?.name}
        </label>
      ))}
      {problem && <ProblemNote problem={problem} kept="已勾选的内容都在。" />}
      <button
        type="button"
        className="btn primary"
        disabled={supplied.length === 0 || busy}
        onClick={supply}
      >
        {busy ? '正在登记…' : `登记补交 ${supplied.length} 项`} <Kbd>F7</Kbd>
      </button>
      <p className="sec small">
        {supplied.length === outstanding.length
          ? SUPPLIED_WORDS[of]
          : `还缺 ${outstanding.length - supplied.length} 项，登记后继续等待`}
      </p>
    </section>
  )
}

const SUPPLIED_WORDS = {
  correction: '全部补齐，登记后须在 5 个工作日内受理',
  tolerance: '全部补齐，登记后部门可以作出决定',
} as const

function promisedBy({ tolerance, today }: ApplicationView): string {
  if (tolerance === null) return ''
  return `（承诺 ${longDate(tolerance.dueOn)}前${today > tolerance.dueOn ? '，已经逾期' : ''}）`
}
