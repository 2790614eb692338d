import { LinesPart } from '../fields/lines-part.tsx'
import { RowsPart } from '../fields/rows-part.tsx'
import { Section } from './section.tsx'

const DISCRETION_COLUMNS = [
  { key: 'circumstance', label: '情形', max: 1000 },
  { key: 'standard', label: '裁量标准', max: 1000 },
  { key: 'basis', label: '依据', max: 1000 },
]
const FAQ_COLUMNS = [
  { key: 'question', label: '问', max: 500 },
  { key: 'answer', label: '答', max: 3000 },
]

export function DiscretionSection() {
  return (
    <Section name="discretion">
      <RowsPart
        path="discretion"
        label="裁量基准"
        entry="裁量基准"
        columns={DISCRETION_COLUMNS}
        most={60}
      />
    </Section>
  )
}

export function MoreSection() {
  return (
    <Section name="more">
      <LinesPart path="rights" label="权利义务" entry="权利或者义务" max={1000} most={60} />
      <RowsPart path="faq" label="常见问题" entry="常见问题" columns={FAQ_COLUMNS} most={60} />
      <LinesPart path="notes" label="说明" entry="说明" max={1000} most={60} />
    </Section>
  )
}
