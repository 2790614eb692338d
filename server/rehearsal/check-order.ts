import type { Instant } from '../../domain/shared/ids.ts'
import { localMinuteOf } from '../../domain/shared/local-date.ts'
import type { PlacedFault } from './placed-fault.ts'
import type { Step } from './scenario.ts'

/** What only the order of steps shows: a clock that goes back, an application nobody has received before. */
export function checkOrder(now: Instant | null, steps: readonly Step[]): readonly PlacedFault[] {
  const faults: PlacedFault[] = []
  const received = new Set<string>()
  let clock = now
  for (const [index, step] of steps.entries()) {
    const { at, application, act } = step
    if (at !== null && clock !== null && at < clock)
      faults.push({
        path: ['steps', index, 'at'],
        message: `at：时钟不能倒退，此前已经到 ${localMinuteOf(clock)}，请改为其后的时刻`,
      })
    if (at !== null && (clock === null || at > clock)) clock = at
    if (act.kind === 'receive' && application !== null) {
      const { renews } = act.fields
      if (renews !== undefined && !received.has(renews))
        faults.push({
          path: ['steps', index, 'with', 'renews'],
          message: `renews：此前没有收件步骤给出办件“${renews}”，请核对名称`,
        })
      received.add(application)
    } else if (application !== null && !received.has(application)) {
      faults.push({
        path: ['steps', index, act.kind === 'see' ? 'see' : 'application'],
        message: `此前没有收件步骤给出办件“${application}”，请核对名称或者先收件`,
      })
    }
  }
  return faults
}
