import { type ApplicationView } from '../../../contract/application-view.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { MaterialFileLink } from '../../ui/material-file-link.tsx'
import { MATERIAL_STATE_NAME, materialsSummary } from '../../ui/material-words.ts'

const LIGHT = { held: 'green', promised: 'green', defective: 'amber', missing: 'red' } as const

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
                  <MaterialFileLink key={file.fileId} applicationId={applicationId} file={file} />
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
