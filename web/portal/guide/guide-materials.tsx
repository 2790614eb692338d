import type { GuideView } from '../../../contract/catalogue.ts'
import { isAsked } from '../../../domain/catalogue/materials-for.ts'
import { useChinese } from '../words/chinese.ts'
import { Mixed } from '../words/mixed.tsx'
import { GuideSection } from './guide-section.tsx'
import { MaterialDetails } from './material-details.tsx'
import { conditionsOf, formOf, pendingOfMaterial, requirementsOf } from './material-words.ts'
import { useGuideWords } from './words.ts'

type Material = GuideView['materials'][number]

/** All materials, or those of the visitor's situation. */
export function GuideMaterials(props: {
  guide: GuideView
  materials: readonly Material[]
  isOwn: boolean
}) {
  const words = useGuideWords()
  const { guide, materials } = props
  const exempt = materials.filter((one) => !isAsked(one)).length
  return (
    <GuideSection
      id="materials"
      title={
        <>
          {words.materials}{' '}
          <span className="soft">
            {words.materialCount(materials.length)}
            {exempt > 0 && `${words.comma}${words.exemptCount(exempt)}`}
            {props.isOwn && ` ${words.yours}`}
          </span>
        </>
      }
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.nameAndBasis}</th>
            <th scope="col">{words.form}</th>
            <th scope="col">{words.copies}</th>
            <th scope="col">{words.requirement}</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((material) => (
            <MaterialRow key={material.number} guide={guide} material={material} />
          ))}
        </tbody>
      </table>
    </GuideSection>
  )
}

function MaterialRow({ guide, material }: { guide: GuideView; material: Material }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const pending = pendingOfMaterial(guide, material.number, words)
  return (
    <tr>
      <td data-name={words.number}>{material.number}</td>
      <td>
        <b {...chinese}>{material.name}</b>
        <small>
          {words.basisOf}
          <span {...chinese}>{material.basis}</span>
        </small>
        {material.isTheForm && guide.formId !== null && (
          <a href={`/api/items/${encodeURIComponent(guide.item.itemId)}/form.pdf`}>
            {words.blankForm}
          </a>
        )}
        <MaterialDetails material={material} />
      </td>
      <td data-name={words.form}>
        {formOf(material, words)}
        {material.pageFormat !== '' && <small {...chinese}>{material.pageFormat}</small>}
      </td>
      <td data-name={words.copies}>{isAsked(material) ? material.copies : '—'}</td>
      <td data-name={words.requirement}>
        <span {...chinese}>{material.standard}</span>
        {[...requirementsOf(material, words), ...conditionsOf(guide, material, words)].map(
          (one) => (
            <small key={one}>
              <Mixed>{one}</Mixed>
            </small>
          ),
        )}
        {pending !== '' && <small className="pending">{pending}</small>}
      </td>
    </tr>
  )
}
