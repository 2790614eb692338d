import { TOLERANCE_LAPSE_NAME } from '../../../../domain/catalogue/versions/guide-words.ts'
import { ChoicePart } from '../fields/choice-part.tsx'
import { NumberPart } from '../fields/number-part.tsx'
import { usePart } from './draft-context.tsx'
import { Section } from './section.tsx'

const DAYS = { unit: '工作日', max: 3650 } as const
const STEPS = [
  ['review', '审核'],
  ['decision', '决定'],
  ['certificate', '制证'],
  ['seal', '盖章'],
] as const

export function ProcessSection() {
  return (
    <Section name="process">
      <div className="pairs">
        <NumberPart path="statutoryDays" label="法定办结时限" {...DAYS} />
        <NumberPart path="committedDays" label="承诺办结时限" {...DAYS} />
        <NumberPart
          path="extensionDays"
          label="可延长时限"
          {...DAYS}
          nullable
          whenNull="按许可法第四十二条"
        />
        <NumberPart
          path="correctionLimitDays"
          label="补正期限"
          unit="日"
          min={1}
          max={3650}
          nullable
          whenNull="不限"
        />
        <NumberPart
          path="commitmentCheckDays"
          label="承诺核查期限"
          unit="工作日"
          min={1}
          max={3650}
          nullable
          whenNull="没有写明，待部门确认"
        />
        <ChoicePart
          path="toleranceLapse"
          label="容缺逾期的后果"
          names={TOLERANCE_LAPSE_NAME}
          nullable
          whenNull="没有写明，待部门确认"
        />
      </div>
      <p className="sec group-name">各环节时限</p>
      <div className="pairs">
        {STEPS.map(([step, label]) => (
          <NumberPart key={step} path={`stepLimits.${step}`} label={label} {...DAYS} />
        ))}
      </div>
      <StepSum />
    </Section>
  )
}

/** Review and decision fill the committed limit; certificate and seal run in the ten days of Art 44. */
function StepSum() {
  const [limits] = usePart<Readonly<Record<(typeof STEPS)[number][0], number>>>('stepLimits')
  const [committed] = usePart<number>('committedDays')
  const [statutory] = usePart<number>('statutoryDays')
  return (
    <p className="step-sum sec">
      审核 {limits.review} + 决定 {limits.decision} = {limits.review + limits.decision} 工作日；承诺{' '}
      {committed}，法定 {statutory}。制证 {limits.certificate} + 盖章 {limits.seal} ={' '}
      {limits.certificate + limits.seal} 工作日，送达期限十日（许可法第四十四条）。
    </p>
  )
}
