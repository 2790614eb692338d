import type { GuideView } from '../../../contract/catalogue.ts'
import { useChinese } from '../words/chinese.ts'
import { GuideSection } from './guide-section.tsx'
import { Pending } from './pending.tsx'
import { useGuideWords } from './words.ts'

export function GuideFee({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const { fee, feeLines } = guide
  return (
    <GuideSection id="fee" title={words.fee}>
      <p>
        {fee ? (
          <>
            {words.yuan(String(fee.amount))} <span {...chinese}>{fee.basis}</span>
          </>
        ) : (
          feeLines.length === 0 && words.free
        )}{' '}
        <Pending guide={guide} part="fee" />
      </p>
      {feeLines.length > 0 && (
        <Lines
          heads={[words.feeName, words.feeStandard, words.basis]}
          rows={feeLines.map((line) => [line.name, line.standard, line.basis])}
          guide={guide}
          part="feeLines"
        />
      )}
    </GuideSection>
  )
}

export function GuideDiscretion({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  if (guide.discretion.length === 0) return null
  return (
    <GuideSection id="discretion" title={words.discretion}>
      <Lines
        heads={[words.circumstance, words.standard, words.basis]}
        rows={guide.discretion.map((one) => [one.circumstance, one.standard, one.basis])}
        guide={guide}
        part="discretion"
      />
    </GuideSection>
  )
}

export function GuideQuestions({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const chinese = useChinese()
  if (guide.faq.length === 0) return null
  return (
    <GuideSection id="faq" title={words.faq}>
      {guide.faq.map(({ question, answer }, index) => (
        <details key={question} className="qa" {...chinese}>
          <summary>{question}</summary>
          <p>
            {answer} <Pending guide={guide} part={`faq.${index + 1}`} />
          </p>
        </details>
      ))}
    </GuideSection>
  )
}

function Lines(props: {
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  guide: GuideView
  part: string
}) {
  const chinese = useChinese()
  return (
    <table className="lines">
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={row.join()}>
            {row.map((cell, column) => (
              <td key={column} data-name={props.heads[column]}>
                <span {...chinese}>{cell}</span>{' '}
                {column === 0 && (
                  <Pending guide={props.guide} part={`${props.part}.${index + 1}`} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
