import { call } from '../../../api/call.ts'
import { SlipDialog } from '../../apply/resume/slip-dialog.tsx'
import { MAKE_BUNDLE_SLIP } from '../bundle-operations.ts'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** What is filled in leaves this device under a code: for another one, or for the window. */
export function BundleSlip({ flow, onClose }: { flow: BundleFlow; onClose: () => void }) {
  const words = useBundleWords()
  const { view, draft } = flow
  return (
    <SlipDialog
      name={view.title}
      hasCode={false}
      note={words.slipWithoutFiles}
      make={async () =>
        await call(MAKE_BUNDLE_SLIP, {
          params: { draftId: draft.filesId },
          body: { bundleId: view.bundleId, content: slipContent(draft) },
        })
      }
      onClose={onClose}
    >
      <SlipMaterials flow={flow} />
    </SlipDialog>
  )
}

/** What each part asks for, so that whoever comes to the window with the slip knows what to bring. */
function SlipMaterials({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const { parts, materials } = flow.standing
  const wanted = materials.filter(({ standing }) => standing === 'wanted')
  return (
    <div className="slip-materials">
      <h3>{words.toBring}</h3>
      {parts.map(({ part }) => (
        <div key={part.itemId}>
          <b lang="zh-CN">{part.name}</b>
          <ol>
            {wanted
              .flatMap(({ uses }) => uses.filter((use) => use.part.itemId === part.itemId))
              .toSorted((a, b) => a.material.number - b.material.number)
              .map(({ material }) => (
                <li key={material.number} value={material.number} lang="zh-CN">
                  {material.name}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

function slipContent({ choices, own, answers, applicant, mandateId, ways }: BundleFlow['draft']) {
  return {
    choices,
    own: { ...own },
    answers: Object.fromEntries(
      Object.entries(answers).map(([element, value]) => [
        element,
        typeof value === 'object' ? [...value] : value,
      ]),
    ),
    applicant,
    mandateId,
    ways: { ...ways },
  }
}
