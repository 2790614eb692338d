import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select } from 'antd'
import type { z } from 'zod'
import { createAccount, STAFF_ROLES } from '../../../contract/accounts.ts'
import { call } from '../../api/call.ts'
import { organisationsQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { STAFF_ROLE_NAME } from './role-names.ts'
import { useAccountChange } from './use-account-change.ts'

type NewAccount = z.input<typeof createAccount.body>

/** The others belong to one body each, which the post names. */
const DEPARTMENT_POSTS = ['reviewer', 'decider', 'department-head'] as const

export function CreateAccountDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<NewAccount>()
  const role = Form.useWatch('role', form)
  const { data, error, refetch } = useQuery(organisationsQuery())
  const departments = (data?.organisations ?? []).filter(({ body }) => body === 'department')
  const { run, busy, problem } = useAccountChange((body: NewAccount) =>
    call(createAccount, {
      body: { ...body, organisationId: body.organisationId ?? null, window: body.window ?? null },
    }),
  )
  return (
    <Modal
      open
      title="新建账号"
      okText="新建"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) => void run(body).then((done) => done && onClose())}
      >
        <Form.Item name="username" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
          <Select
            options={STAFF_ROLES.map((value) => ({ value, label: STAFF_ROLE_NAME[value] }))}
          />
        </Form.Item>
        {DEPARTMENT_POSTS.some((one) => one === role) && (
          <Form.Item
            name="organisationId"
            label="单位"
            rules={[{ required: true, message: '请选择单位' }]}
          >
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={departments.map(({ organisationId, shortName }) => ({
                value: organisationId,
                label: shortName,
              }))}
            />
          </Form.Item>
        )}
        {role === 'window-clerk' && (
          <Form.Item
            name="window"
            label="窗口号"
            rules={[{ required: true, message: '请填写窗口号' }]}
          >
            <InputNumber min={1} max={99} />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label="初始密码（首次登录须改掉）"
          rules={[{ required: true, min: 10, message: '密码至少 10 位' }]}
        >
          <Input.Password maxLength={256} autoComplete="new-password" />
        </Form.Item>
      </Form>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {problem && <ProblemNote problem={problem} kept="您填写的内容仍在上面。" />}
    </Modal>
  )
}
