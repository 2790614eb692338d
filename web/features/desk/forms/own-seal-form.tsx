import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'

/** The department's own seal, where the item is outside the unified one. */
export function OwnSealForm({ application, onAct }: ActFormProps) {
  const { certificate } = application
  return (
    <div className="form row">
      <p>
        本事项不使用统一的行政审批专用章，由本部门盖章。证照和落章位置见左侧“证照”，用印记入登记簿，不能删除。
      </p>
      <ActButton
        label="盖章"
        reason={certificate === null ? '先制证' : null}
        onAct={() =>
          onAct({
            name: 'seal',
            fields: {},
            title: '加盖本部门印章？',
            confirmLabel: '盖章',
            without: 'preview',
            summary: (
              <p>
                在 {certificate?.name} {certificate?.number} 上加盖本部门印章，持有人
                {application.applicant.name}。
              </p>
            ),
          })
        }
      />
    </div>
  )
}
