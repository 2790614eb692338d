import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** The archive belongs to the department that reviewed (谁审核、谁负责). */
export function ArchiveForm({ application, onAct }: ActFormProps) {
  const { materials, notices } = application
  const files = materials.reduce((sum, { files: some }) => sum + some.length, 0)
  return (
    <div className="form row">
      <p>
        归入本部门档案：材料 {materials.length} 项（电子件 {files} 份）、文书 {notices.length} 份
        {application.certificate ? '、证照 1 份' : ''}，连同全程留痕。谁审核、谁负责。
      </p>
      <ActButton
        label="归档"
        reason={null}
        onAct={() =>
          onAct({
            name: 'archive',
            fields: {},
            title: '归档？',
            confirmLabel: '归档',
            summary: <p>{application.number} 归档后办理全部结束，材料和留痕不能再改。</p>,
          })
        }
      />
    </div>
  )
}
