import { readMaterial } from '../../../../contract/applications.ts'
import type { BundleCaseView } from '../../../../contract/bundles.ts'
import { addressOf } from '../../../api/call.ts'
import { sizeWords } from '../../../ui/size-words.ts'
import { useBundleWords } from '../words.ts'

type Part = BundleCaseView['applications'][number]
type File = Part['materials'][number]['files'][number]

/** Every part's materials, each with the files that came in for it: opened from here, without looking for the part. */
export function CaseMaterials({ parts }: { parts: readonly Part[] }) {
  const words = useBundleWords()
  return (
    <section className="card s case-materials" aria-labelledby="case-materials">
      <h2 id="case-materials">{words.partMaterials}</h2>
      {parts.map(({ applicationId, itemName, number, materials }) => (
        <div key={applicationId}>
          <h3>
            <span lang="zh-CN">{itemName}</span> <small className="soft">{number}</small>
          </h3>
          <ol>
            {materials.map((material) => (
              <li key={material.number} value={material.number}>
                <span lang="zh-CN">{material.name}</span>{' '}
                <small className="soft">{words[`material-${material.state}`]}</small>
                {material.files.length > 0 && (
                  <ul>
                    {material.files.map((file) => (
                      <li key={file.fileId}>
                        <CaseFile applicationId={applicationId} file={file} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function CaseFile({ applicationId, file }: { applicationId: string; file: File }) {
  const words = useBundleWords()
  const { fileId, name, size, handling } = file
  const shown = `${name} (${sizeWords(size)})`
  if (handling === 'waiting' || handling === 'infected')
    return (
      <>
        <span lang="zh-CN">{shown}</span>{' '}
        <small className="soft">{words[`file-${handling}`]}</small>
      </>
    )
  return (
    <a
      href={addressOf(readMaterial.path, { applicationId, fileId }, {})}
      target="_blank"
      rel="noreferrer"
      lang="zh-CN"
    >
      {shown}
    </a>
  )
}
