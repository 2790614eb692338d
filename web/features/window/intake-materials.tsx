import { materialsFor } from '../../../domain/catalogue/materials-for.ts'
import { materialFacts } from '../../../domain/catalogue/rendering/material-facts.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FourChecks } from './four-checks.tsx'
import { NO_CHECKS } from './intake-draft.ts'
import { MaterialRows } from './material-rows.tsx'
import type { Intake } from './use-intake.ts'

/** Right, before the receipt: the guide's materials, judged as they come over the counter. */
export function IntakeMaterials({ intake }: { intake: Intake }) {
  const { draft, item, guide } = intake
  const { checks, materials: found, remarks } = draft.value
  const needed = guide.data ? materialsFor(guide.data, draft.value.situation) : []
  const materials = needed.map((material) => ({
    ...material,
    facts: guide.data ? materialFacts(material, guide.data) : [],
    state: found[material.number] ?? ('held' as const),
    remark: remarks[material.number] ?? '',
  }))
  return (
    <section className="standard" aria-label="受理标准">
      <FourChecks
        checks={checks ?? NO_CHECKS}
        disabled={false}
        onChange={(next) => draft.set((before) => ({ ...before, checks: next }))}
      />
      {item && !guide.data && !guide.error && <Skeleton lines={6} />}
      {!item && <p className="none">选好事项后，这里列出办事指南要求的材料，逐项核对。</p>}
      {materials.length > 0 && (
        <>
          <MaterialRows
            materials={materials}
            disabled={false}
            onCurrent={() => undefined}
            onState={(number, state) =>
              draft.set((before) => ({
                ...before,
                materials: { ...before.materials, [number]: state },
              }))
            }
            onRemark={(number, remark) =>
              draft.set((before) => ({
                ...before,
                remarks: { ...before.remarks, [number]: remark },
              }))
            }
            files={() => null}
          />
          <p className="none">收件后可以逐项上传或者拍摄材料。</p>
        </>
      )}
    </section>
  )
}
