import { materialFacts } from '../../../../domain/catalogue/rendering/material-facts.ts'
import type { AskedMaterial } from '../../../ui/bundle/asked-materials.ts'
import { MaterialRows } from '../material-rows.tsx'
import type { BundleIntake } from './use-bundle-intake.ts'

/** Every paper once, judged once for all items that use it. */
export function BundlePapers({ intake }: { intake: BundleIntake }) {
  const { draft, materials } = intake
  const { materials: found, remarks, isOnPaper } = draft.value
  // A form that is filled in here is no paper on the counter.
  const shown = materials.filter(({ isForm }) => !isForm || isOnPaper)
  const nameOf = (number: number) => shown[number - 1]?.name ?? ''
  if (shown.length === 0)
    return <p className="none">选好情形后，这里列出要交的材料，每项只核对一次。</p>
  return (
    <>
      <MaterialRows
        materials={shown.map(({ name, standard, uses }, at) => ({
          number: at + 1,
          name,
          standard,
          basis: [...new Set(uses.map(({ material }) => material.basis))].join('；'),
          original: uses.some(({ material }) => material.original),
          copies: Math.max(...uses.map(({ material }) => material.copies)),
          state: found[name] ?? 'held',
          remark: remarks[name] ?? '',
          commitment: uses.every(({ material }) => material.commitment),
          tolerableDays: uses.every(({ material }) => material.tolerableDays !== null)
            ? Math.min(...uses.map(({ material }) => material.tolerableDays ?? 0))
            : null,
          facts: factsOf(uses),
        }))}
        disabled={false}
        onCurrent={() => undefined}
        onState={(number, state) =>
          draft.set((before) => ({
            ...before,
            materials: { ...before.materials, [nameOf(number)]: state },
          }))
        }
        onRemark={(number, remark) =>
          draft.set((before) => ({
            ...before,
            remarks: { ...before.remarks, [nameOf(number)]: remark },
          }))
        }
        files={(number) => {
          const uses = shown[number - 1]?.uses ?? []
          return uses.length > 1 ? (
            <span className="sec small">{uses.map(({ part }) => part.name).join('、')}共用</span>
          ) : null
        }}
      />
      <p className="none">收件后可以在各件里逐项上传或者拍摄材料。</p>
    </>
  )
}

/** What each guide says of it; of several items each line names its own. */
function factsOf(uses: AskedMaterial['uses']) {
  return uses.flatMap(({ part, material }) =>
    materialFacts(material, part).map((fact) =>
      uses.length === 1
        ? fact
        : { ...fact, part: `${part.itemId}.${fact.part}`, name: `${fact.name}（${part.name}）` },
    ),
  )
}
