import { type ApplicationView } from '../../../contract/application-view.ts'
import { readMaterial } from '../../../contract/applications.ts'
import { addressOf } from '../../api/call.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { MATERIAL_STATE_NAME, materialsSummary, sizeWords } from '../../ui/material-words.ts'

const LIGHT = { held: 'green', defective: 'amber', missing: 'red' } as const

export function MaterialsPanel({ application }: { application: ApplicationView }) {
  const { materials, correction, applicationId } = application
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">申请材料</h2>
        <span className="sec">{materialsSummary(materials)}</span>
      </div>
      {correction && correction.outstanding.length > 0 && (
        <p className="asked">
          等待补正第 {correction.outstanding.join('、')} 项：{correction.text}
        </p>
      )}
      <ul className="mats">
        {materials.map((material) => (
          <li key={material.number}>
            <span className="sec">{material.number}</span>
            <span title={`依据：${material.basis}\n标准：${material.standard}`}>
              {material.name}
              <span className="files">
                {material.files.map((file) => (
                  <a
                    key={file.fileId}
                    href={addressOf(readMaterial.path, { applicationId, fileId: file.fileId }, {})}
                    target="_blank"
                    rel="noreferrer"
                    title={`${file.name} · SHA-256 ${file.sha256}`}
                  >
                    {file.name}（{sizeWords(file.size)}）
                  </a>
                ))}
              </span>
            </span>
            <Lamp light={LIGHT[material.state]}>{MATERIAL_STATE_NAME[material.state]}</Lamp>
          </li>
        ))}
      </ul>
    </section>
  )
}
