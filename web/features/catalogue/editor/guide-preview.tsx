import { memo, useDeferredValue, useState, type ReactNode } from 'react'
import type { GuideContent } from '../../../../contract/guide-schema.ts'
import { isAsked, materialsFor } from '../../../../domain/catalogue/materials-for.ts'
import type { RequiredMaterial } from '../../../../domain/catalogue/service-guide.ts'
import { FORMAT_NAMES, KIND_NAMES, SERVICE_OBJECT_NAMES } from '../part-words.ts'
import { useWholeDraft } from './draft-context.tsx'
import { PreviewQuestions } from './preview-questions.tsx'

/** The guide as everyone will read it, a moment behind what is typed. */
export function GuidePreview({ itemName }: { itemName: string }) {
  const guide = useDeferredValue(useWholeDraft())
  return <PreviewOf guide={guide} itemName={itemName} />
}

/** Drawn anew when the guide is: a keystroke must not wait for it. */
const PreviewOf = memo(function PreviewOf(props: { guide: GuideContent; itemName: string }) {
  const { guide, itemName } = props
  const [situation, setSituation] = useState<Readonly<Record<string, string>>>({})
  const unconfirmed = (part: string) => guide.unconfirmed.includes(part)
  const asked = materialsFor(
    { materials: guide.materials as readonly RequiredMaterial[] },
    situation,
  )
  return (
    <article className="guide-preview" aria-label="公众看到的指南">
      <h2>{itemName}</h2>
      <p className="sec">办事指南预览</p>
      <dl className="preview-facts">
        <Fact name="承诺" mark={unconfirmed('committedDays')}>
          {guide.committedDays} 个工作日
        </Fact>
        <Fact name="法定" mark={unconfirmed('statutoryDays')}>
          {guide.statutoryDays} 个工作日
        </Fact>
        <Fact name="收费" mark={unconfirmed('fee')}>
          {guide.fee ? `${guide.fee.amount} 元` : '不收费'}
        </Fact>
        <Fact name="到现场" mark={unconfirmed('visits')}>
          {guide.visits} 次
        </Fact>
        <Fact name="办件类型" mark={unconfirmed('kind')}>
          {KIND_NAMES[guide.kind]}
        </Fact>
        <Fact name="办理结果" mark={unconfirmed('certificateName')}>
          {guide.certificateName}
        </Fact>
      </dl>
      <Paragraphs title="适用范围" lines={[guide.scope]} mark={unconfirmed('scope')} />
      <Paragraphs
        title="服务对象"
        lines={[guide.serviceObjects.map((one) => SERVICE_OBJECT_NAMES[one]).join('、')]}
      />
      <Paragraphs title="受理条件" lines={guide.conditions} mark={unconfirmed('conditions')} />
      <Paragraphs title="禁止性要求" lines={guide.prohibitions} />
      <PreviewQuestions questions={guide.questions} situation={situation} onAnswer={setSituation} />
      <section>
        <h3>
          申请材料 <span className="sec">{asked.length} 项</span>
        </h3>
        <ol>
          {asked.map((material) => (
            <PreviewMaterial
              key={material.number}
              material={material}
              mark={guide.unconfirmed.some((part) =>
                `${part}.`.startsWith(`materials.${material.number}.`),
              )}
            />
          ))}
        </ol>
      </section>
      <Paragraphs
        title="收费"
        lines={guide.feeLines.map((line) => `${line.name}：${line.standard}（${line.basis}）`)}
      />
      <Paragraphs title="设立依据" lines={guide.legalBasis} mark={unconfirmed('legalBasis')} />
      <Paragraphs
        title="裁量基准"
        lines={guide.discretion.map((one) => `${one.circumstance}：${one.standard}`)}
      />
      <Paragraphs title="权利义务" lines={guide.rights} />
      {guide.faq.length > 0 && (
        <section>
          <h3>常见问题</h3>
          {guide.faq.map(({ question, answer }, at) => (
            <details key={at}>
              <summary>{question}</summary>
              {answer}
            </details>
          ))}
        </section>
      )}
      <Paragraphs title="说明" lines={guide.notes} />
    </article>
  )
})

function Fact(props: { name: string; mark: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.mark && <span className="tag amber">待部门确认</span>}
      </dd>
    </div>
  )
}

function Paragraphs(props: { title: string; lines: readonly string[]; mark?: boolean }) {
  const lines = props.lines.filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <section>
      <h3>
        {props.title} {props.mark === true && <span className="tag amber">待部门确认</span>}
      </h3>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <ol>
          {lines.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  )
}

function PreviewMaterial({ material, mark }: { material: RequiredMaterial; mark: boolean }) {
  const words = [
    `${material.original ? '原件' : '复印件'} ${material.copies} 份`,
    FORMAT_NAMES[material.format],
    ...(material.signed ? ['签名'] : []),
    ...(material.sealed ? ['盖章'] : []),
    ...(material.tolerableDays === null
      ? []
      : [`可容缺，${material.tolerableDays} 个工作日内补齐`]),
    ...(material.commitment ? ['可告知承诺'] : []),
  ]
  return (
    <li>
      <b>{material.name}</b> {mark && <span className="tag amber">待部门确认</span>}
      {isAsked(material) ? (
        <span className="sec">{words.join(' · ')}</span>
      ) : (
        <span className="sec">不用提交：由我们向{material.sharedFrom}核实</span>
      )}
      {material.standard !== '' && <span>{material.standard}</span>}
      {material.basis !== '' && <small className="sec">依据：{material.basis}</small>}
    </li>
  )
}
