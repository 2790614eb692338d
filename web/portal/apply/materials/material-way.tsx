import type { DraftMaterialChoice } from '../../../../contract/drafts.ts'
import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './materials.css'

type Way = DraftMaterialChoice['way']

/** How this material comes, where the guide leaves a choice: each with what it means, chosen freely (国办发〔2020〕42号). */
export function MaterialWay({ material }: { material: RequiredMaterial }) {
  const words = useApplyWords()
  const { state, patch } = useApply()
  const choice = state.draft.content.materials[material.number] ?? {
    way: 'upload',
    selfMade: false,
  }
  const set = (part: Partial<DraftMaterialChoice>) =>
    patch({ materials: { [material.number]: { ...choice, ...part } } })
  const ways: readonly (readonly [Way, string, string])[] = [
    ['upload', words.wayUpload, material.format === 'paper' ? words.wayUploadPaper : ''],
    ...(material.commitment
      ? [['commitment', words.wayCommitment, words.wayCommitmentHelp] as const]
      : []),
    ...(material.tolerableDays === null
      ? []
      : [['follow', words.wayFollow, words.wayFollowHelp(material.tolerableDays)] as const]),
    ...(material.format === 'paper'
      ? [['window', words.wayWindow, words.wayWindowHelp] as const]
      : []),
  ]
  return (
    <>
      {ways.length > 1 && (
        <fieldset className="form-field apply-ways">
          <legend>{words.howToHandIn}</legend>
          <div className="form-choices">
            {ways.map(([way, name, help]) => (
              <label key={way} className={`form-option ${choice.way === way ? 'on' : ''}`}>
                <input
                  type="radio"
                  name={`way-${material.number}`}
                  checked={choice.way === way}
                  onChange={() => set({ way })}
                />
                <span>
                  {name}
                  {help !== '' && <small>{help}</small>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {choice.way === 'upload' && material.source === 'applicant' && !material.isTheForm && (
        <label className="apply-check">
          <input
            type="checkbox"
            checked={choice.selfMade}
            onChange={(event) => set({ selfMade: event.target.checked })}
          />
          <span>{words.selfMade}</span>
        </label>
      )}
    </>
  )
}
