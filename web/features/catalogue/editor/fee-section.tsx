import { NumberPart } from '../fields/number-part.tsx'
import { RowsPart } from '../fields/rows-part.tsx'
import { TextPart } from '../fields/text-part.tsx'
import { useGuideDraft, usePart } from './draft-context.tsx'
import { PartFrame } from './part-frame.tsx'
import { Section } from './section.tsx'

const FEE_COLUMNS = [
  { key: 'name', label: '项目', max: 200 },
  { key: 'standard', label: '标准', max: 500 },
  { key: 'basis', label: '依据', max: 1000 },
]

export function FeeSection() {
  const { readOnly } = useGuideDraft()
  const [fee, setFee] = usePart<{ amount: number; basis: string } | null>('fee')
  return (
    <Section name="fee">
      <PartFrame path="fee" label="收费">
        {(id) => (
          <label className="yes">
            <input
              id={id}
              type="checkbox"
              checked={fee !== null}
              disabled={readOnly}
              onChange={(event) => setFee(event.target.checked ? { amount: 0, basis: '' } : null)}
            />
            {fee === null ? '不收费（没有法律、行政法规规定的，不得收费）' : '收费'}
          </label>
        )}
      </PartFrame>
      {fee !== null && (
        <div className="pairs">
          <NumberPart path="fee.amount" label="金额" unit="元" max={100_000_000} decimals />
          <TextPart path="fee.basis" label="收费依据" max={1000} />
        </div>
      )}
      <RowsPart path="feeLines" label="收费项目" entry="收费项目" columns={FEE_COLUMNS} most={40} />
    </Section>
  )
}
