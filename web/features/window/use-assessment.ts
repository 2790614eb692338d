import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { MaterialState } from '../../../domain/application/application.ts'
import type { FourChecks } from '../../../domain/application/commands.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { useCommand } from '../../api/use-command.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { assessmentDraftName } from './assessment-draft-name.ts'
import { emptyAssessment, isAssessment, NO_CHECKS } from './intake-draft.ts'
import type { JudgedMaterial } from './material-rows.tsx'

export type AssessmentControl = {
  readonly materials: readonly JudgedMaterial[]
  readonly remarks: Readonly<Record<number, string>>
  readonly checks: FourChecks
  readonly setState: (number: number, state: MaterialState) => void
  readonly setRemark: (number: number, remark: string) => void
  readonly setChecks: (checks: FourChecks) => void
  /** Tells the server what was found, unless it knows. False when it refused: see `problem`. */
  readonly tell: () => Promise<boolean>
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly clear: () => void
}

/** What the clerk finds, laid over what the application says, kept over a reload. */
export function useAssessment(application: ApplicationView): AssessmentControl {
  const { applicationId } = application
  const draft = useDraft(assessmentDraftName(applicationId), emptyAssessment, isAssessment)
  const { run, busy, problem, reset } = useCommand('assess')
  const [told, setTold] = useState('')
  const { materials: found, remarks } = draft.value
  const checks = draft.value.checks ?? application.checks ?? NO_CHECKS
  const materials = application.materials.map((material) => ({
    ...material,
    state: found[material.number] ?? material.state,
    remark: remarks[material.number] ?? '',
  }))

  const tell = async (): Promise<boolean> => {
    const states = Object.fromEntries(materials.map(({ number, state }) => [number, state]))
    const notes = materials
      .filter(
        ({ remark, state }) => remark !== '' && (state === 'missing' || state === 'defective'),
      )
      .map(({ number, remark }) => `第 ${number} 项：${remark}`)
      .join('\n')
    const saying = JSON.stringify([states, checks, notes])
    if (saying === told || !application.possible.includes('assess')) return true
    reset()
    const reply = await run({
      applicationId,
      expectedVersion: application.version,
      fields: { materials: states, checks, notes },
    })
    if (reply) setTold(saying)
    return reply !== undefined
  }
  return {
    materials,
    remarks,
    checks,
    setState: (number, state) =>
      draft.set((before) => ({ ...before, materials: { ...before.materials, [number]: state } })),
    setRemark: (number, remark) =>
      draft.set((before) => ({ ...before, remarks: { ...before.remarks, [number]: remark } })),
    setChecks: (next) => draft.set((before) => ({ ...before, checks: next })),
    tell,
    busy,
    problem,
    clear: draft.clear,
  }
}
