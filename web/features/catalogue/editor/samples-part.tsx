import { SAMPLE_FAULTS } from '../../../../domain/catalogue/service-guide.ts'
import { FAULT_NAMES } from '../part-words.ts'
import { RowActs } from '../fields/row-acts.tsx'
import { moved } from '../fields/moved.ts'
import { useGuideDraft } from './draft-context.tsx'
import type { Material } from './new-parts.ts'
import { PartFrame, useFramed, type PartProps } from './part-frame.tsx'

type Sample = Material['samples'][number]
const MOST = 12

/** Right and wrong samples: which picture is drawn, and the words under it. */
export function SamplesPart(props: PartProps) {
  const { value: samples, set, readOnly } = useFramed<readonly Sample[]>(props)
  const { store } = useGuideDraft()
  const restructure = (next: readonly Sample[]) => store.restructure({ [props.path]: next })
  return (
    <PartFrame {...props} wide>
      {(id) => (
        <div className="options" id={id} role="group" aria-label={props.label}>
          {samples.map((sample, at) => (
            <div key={at} className="option sample">
              <select
                className="control"
                aria-label={`样例 ${at + 1} 画面`}
                value={sample.fault}
                disabled={readOnly}
                onChange={(event) => {
                  const fault = SAMPLE_FAULTS.find((one) => one === event.target.value)
                  if (fault !== undefined) set(samples.with(at, { ...sample, fault }))
                }}
              >
                {SAMPLE_FAULTS.map((fault) => (
                  <option key={fault} value={fault}>
                    {FAULT_NAMES[fault]}
                  </option>
                ))}
              </select>
              <input
                className="control"
                aria-label={`样例 ${at + 1} 说明`}
                value={sample.caption}
                maxLength={300}
                readOnly={readOnly}
                placeholder="画面上是什么，为什么合格或者不合格"
                onChange={(event) =>
                  set(samples.with(at, { ...sample, caption: event.target.value }))
                }
              />
              {!readOnly && (
                <RowActs
                  name={`样例 ${at + 1}`}
                  first={at === 0}
                  last={at === samples.length - 1}
                  onMove={(by) => restructure(moved(samples, at, by))}
                  onRemove={() => restructure(samples.toSpliced(at, 1))}
                />
              )}
            </div>
          ))}
          {samples.length === 0 && readOnly && <span className="sec">没有</span>}
          {!readOnly && samples.length < MOST && (
            <button
              type="button"
              className="link add"
              onClick={() => restructure([...samples, { fault: 'clear', caption: '' }])}
            >
              + 添加样例
            </button>
          )}
        </div>
      )}
    </PartFrame>
  )
}
