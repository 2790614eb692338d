import { useQuery } from '@tanstack/react-query'
import { itemsQuery } from '../../../api/queries.ts'
import { ChoicePart, ChoicesPart, YesPart } from '../fields/choice-part.tsx'
import { LinesPart } from '../fields/lines-part.tsx'
import { NumberPart } from '../fields/number-part.tsx'
import { TextPart } from '../fields/text-part.tsx'
import { KIND_NAMES, RESULT_NAMES, SERVICE_OBJECT_NAMES } from '../part-words.ts'
import { Section } from './section.tsx'

export function BasicsSection({ departmentId }: { departmentId: string }) {
  return (
    <Section name="basics">
      <TextPart path="scope" label="适用范围" max={2000} lines />
      <ChoicesPart path="serviceObjects" label="服务对象" names={SERVICE_OBJECT_NAMES} />
      <div className="pairs">
        <ChoicePart path="kind" label="办件类型" names={KIND_NAMES} />
        <NumberPart path="visits" label="到现场次数" unit="次" max={9} />
        <ChoicePart path="resultKind" label="结果类型" names={RESULT_NAMES} />
        <TextPart path="certificateName" label="结果名称" max={200} />
        <NumberPart
          path="validityYears"
          label="证照有效期"
          unit="年"
          max={100}
          decimals
          nullable
          whenNull="无固定期限"
        />
        <YesPart path="renewable" label="可以延续" yes="到期前可以申请延续" />
      </div>
      <TextPart path="quota" label="数量限制" max={500} lines nullable />
      <Partners departmentId={departmentId} />
    </Section>
  )
}

function Partners({ departmentId }: { departmentId: string }) {
  const items = useQuery(itemsQuery()).data?.items ?? []
  const names = Object.fromEntries(
    items
      .filter((item) => item.departmentId !== departmentId)
      .map((item) => [item.departmentId, item.departmentName]),
  )
  return <ChoicesPart path="partnerIds" label="联办部门" names={names} />
}

export function BasisSection() {
  return (
    <Section name="basis">
      <LinesPart
        path="legalBasis"
        label="设立依据"
        entry="依据"
        max={1000}
        most={60}
        hint="写明法律、法规名称和条款，例如：《行政许可法》第十二条第一项。"
      />
    </Section>
  )
}

export function ConditionsSection() {
  return (
    <Section name="conditions">
      <LinesPart path="conditions" label="受理条件" entry="条件" max={1000} most={60} />
      <LinesPart path="prohibitions" label="禁止性要求" entry="要求" max={1000} most={60} />
    </Section>
  )
}
