import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { recordTraining } from '../../../contract/accounts.ts'
import { call } from '../../api/call.ts'
import { itemsQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { Account } from './account-table.tsx'
import { useAccountChange } from './use-account-change.ts'

/** Which courses were passed: etiquette at the service centre, and each department's own. */
export function TrainingEditor({ account, onClose }: { account: Account; onClose: () => void }) {
  const items = useQuery(itemsQuery()).data?.items ?? []
  const departments = new Map(items.map((item) => [item.departmentId, item.departmentName]))
  const [passed, setPassed] = useState<readonly string[]>(account.training)
  const { run, busy, problem } = useAccountChange((courses: readonly string[]) =>
    call(recordTraining, {
      params: { accountId: account.accountId },
      body: { passed: [...courses] },
    }),
  )
  return (
    <Modal
      open
      title={`登记培训：${account.name}`}
      okText="登记"
      confirmLoading={busy}
      onOk={() => void run(passed).then((done) => done && onClose())}
      onCancel={onClose}
    >
      <Checkbox.Group
        className="courses"
        value={[...passed]}
        onChange={(chosen) => setPassed(chosen)}
        options={[
          { value: 'etiquette', label: '服务礼仪' },
          ...[...departments].map(([value, label]) => ({ value, label: `${label}业务` })),
        ]}
      />
      {problem && <ProblemNote problem={problem} />}
    </Modal>
  )
}
