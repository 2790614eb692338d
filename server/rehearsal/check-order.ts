import type { Instant } from '../../domain/shared/ids.ts'
import { localMinuteOf } from '../../domain/shared/local-date.ts'
import type { PlacedFault } from './placed-fault.ts'
import type { Step } from './scenario.ts'

/** What only the order of steps shows: a clock that goes back, an application nobody has received before. */
export function checkOrder(now: Instant | null, steps: readonly Step[]): readonly PlacedFault[] {
  return [...clockFaults(now, steps), ...nameFaults(steps)]
}

function clockFaults(now: Instant | null, steps: readonly Step[]): readonly PlacedFault[] {
  const faults: PlacedFault[] = []
  let clock = now
  for (const [index, { at }] of steps.entries()) {
    if (at === null) continue
    if (clock !== null && at < clock)
      faults.push({
        path: ['steps', index, 'at'],
        message: `at：时钟不能倒退，此前已经到 ${localMinuteOf(clock)}，请改为其后的时刻`,
      })
    else clock = at
  }
  return faults
}

function nameFaults(steps: readonly Step[]): readonly PlacedFault[] {
  const faults: PlacedFault[] = []
  const received = new Set<string>()
  for (const [index, { application, act }] of steps.entries()) {
    const renews = act.kind === 'receive' ? act.fields.renews : undefined
    if (renews !== undefined && !received.has(renews))
      faults.push({
        path: ['steps', index, 'with', 'renews'],
        message: `renews：此前没有收件步骤给出办件“${renews}”，请核对名称`,
      })
    if (application === null) continue
    if (act.kind === 'receive') received.add(application)
    else if (!received.has(application))
      faults.push({
        path: ['steps', index, act.kind === 'see' ? 'see' : 'application'],
        message: `此前没有收件步骤给出办件“${application}”，请核对名称或者先收件`,
      })
  }
  return faults
}
