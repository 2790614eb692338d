import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import { guideOf } from '../act.ts'
import type { ApplicationEvent } from '../events.ts'
import { raiseCard } from '../supervision/raise-card.ts'
import { refuseUntrained } from './window-training.ts'

/** Correction (补正), told once and for everything: Art 32 (1)(4). A second request may only repeat what the first named. */
export const requestCorrection: Act<'RequestCorrection'> = {
  guard: refuseUntrained,
  decide: ({ by, at, materials, text }, application, situation) => {
    const asked = application.correction?.asked
    if (asked !== undefined && materials.some((number) => !asked.includes(number)))
      return forbidden({ code: 'correction-must-be-complete-at-once', asked })
    const guide = guideOf(situation)
    const beyond = materials.filter(
      (number) => !guide.materials.some((material) => material.number === number),
    )
    const events: ApplicationEvent[] = [
      { type: 'CorrectionRequested', by, at, materials: [...new Set(materials)], text },
    ]
    if (beyond.length > 0)
      events.push(
        ...raiseCard(
          'beyond-the-guide',
          `要求补正办事指南之外的材料（第 ${beyond.join('、')} 项）`,
          application,
          situation,
        ),
      )
    return happened(...events)
  },
}
