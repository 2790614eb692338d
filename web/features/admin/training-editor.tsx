import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { recordTraining } from '../../../contract/accounts.ts'
import { call } from '../../api/call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { Account } from './account-table.tsx'
import { useAccountChange } from './use-account-change.ts'
import { useCourses } from './use-courses.ts'

/** Which courses were passed: etiquette at the service centre, and each department's own. */
export function TrainingEditor({ account, onClose }: { account: Account; onClose: () => void }) {
  const courses = useCourses()
  const [passed, setPassed] = useState<readonly string[]>(account.training)
  const { run, busy, problem } = useAccountChange((chosen: readonly string[]) =>
    call(recordTraining, {
      params: { accountId: account.accountId },
      body: { passed: [...chosen] },
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
        options={[...courses]}
      />
      {problem && <ProblemNote problem={problem} />}
    </Modal>
  )
}
