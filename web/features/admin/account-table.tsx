import { Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { setDisabled, setPost, type AccountRow } from '../../../contract/accounts.ts'
import { call } from '../../api/call.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TrainingEditor } from './training-editor.tsx'
import { useAccountChange } from './use-account-change.ts'
import { useCourses, type Course } from './use-courses.ts'

export type Account = z.output<typeof AccountRow>
type Change = { accountId: string; set: 'open' | 'disabled'; to: boolean }

export function AccountTable(props: {
  accounts: readonly Account[] | undefined
  loading: boolean
  role: string
}) {
  const [typed, setTyped] = useState('')
  const courses = useCourses()
  const [trained, setTrained] = useState<Account | null>(null)
  const { run, busy, problem } = useAccountChange(({ accountId, set, to }: Change) =>
    set === 'open'
      ? call(setPost, { params: { accountId }, body: { open: to } })
      : call(setDisabled, { params: { accountId }, body: { disabled: to } }),
  )
  const shown = (props.accounts ?? []).filter(({ username, name, roleName, organisationName }) =>
    [username, name, roleName, organisationName ?? ''].some((text) => text.includes(typed.trim())),
  )
  const acts: TableColumnsType<Account>[number] = {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 190,
    render: (_, account) => (
      <span className="acts">
        {props.role === 'security-admin' && (
          <Act
            name={account.postOpen ? '停止岗位' : '开通岗位'}
            busy={busy}
            onClick={() =>
              void run({ accountId: account.accountId, set: 'open', to: !account.postOpen })
            }
          />
        )}
        {(props.role === 'security-admin' || props.role === 'supervisor') && (
          <Act name="登记培训" busy={busy} onClick={() => setTrained(account)} />
        )}
        {props.role === 'system-admin' && (
          <Act
            name={disableWords(account)}
            busy={busy}
            onClick={() =>
              void run({
                accountId: account.accountId,
                set: 'disabled',
                to: !(account.disabled || account.locked),
              })
            }
          />
        )}
      </span>
    ),
  }
  const training: TableColumnsType<Account>[number] = {
    title: '培训',
    dataIndex: 'training',
    width: 110,
    render: (passed: readonly string[]) => (
      <span title={passed.map((one) => courseName(courses, one)).join('、')}>
        {trainingWords(passed)}
      </span>
    ),
  }
  const columns = [...COLUMNS, training]
  const canAct = props.role !== 'audit-admin'
  return (
    <section className="panel">
      <div className="accounts-tools">
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="账号、姓名、岗位、单位"
          aria-label="查找账号"
          allowClear
        />
        <span className="sec">{shown.length} 个账号</span>
      </div>
      {problem && <ProblemNote problem={problem} />}
      <Table
        rowKey="accountId"
        size="small"
        columns={canAct ? [...columns, acts] : columns}
        dataSource={shown}
        loading={props.loading && props.accounts === undefined}
        scroll={{ x: 1180 }}
        pagination={{
          defaultPageSize: 20,
          pageSizeOptions: [10, 20, 50, 100],
          showSizeChanger: true,
        }}
        locale={{ emptyText: <EmptyNote title="没有符合条件的账号">换一个条件再查。</EmptyNote> }}
      />
      {trained && <TrainingEditor account={trained} onClose={() => setTrained(null)} />}
    </section>
  )
}

const COLUMNS: TableColumnsType<Account> = [
  { title: '账号', dataIndex: 'username', width: 190 },
  { title: '姓名', dataIndex: 'name', width: 110 },
  { title: '岗位', dataIndex: 'roleName', width: 156 },
  { title: '单位', dataIndex: 'organisationName' },
  { title: '窗口', dataIndex: 'window', width: 64 },
  {
    title: '岗位状态',
    dataIndex: 'postOpen',
    width: 100,
    render: (open: boolean) => (
      <Lamp light={open ? 'green' : 'none'}>{open ? '已开通' : '未开通'}</Lamp>
    ),
  },
  {
    title: '账号状态',
    width: 100,
    render: (_, { disabled, locked }) => (
      <Lamp light={disabled || locked ? 'red' : 'green'}>
        {disabled ? '已停用' : locked ? '已锁定' : '正常'}
      </Lamp>
    ),
  },
]

function Act(props: { name: string; busy: boolean; onClick: () => void }) {
  return (
    <button type="button" className="link" disabled={props.busy} onClick={props.onClick}>
      {props.name}
    </button>
  )
}

function disableWords({ disabled, locked }: Account): string {
  if (disabled) return '启用'
  return locked ? '解锁' : '停用'
}

function courseName(courses: readonly Course[], course: string): string {
  return courses.find(({ value }) => value === course)?.label ?? course
}

function trainingWords(training: readonly string[]): string {
  if (training.length === 0) return '无'
  const courses = training.filter((one) => one !== 'etiquette').length
  const etiquette = training.includes('etiquette') ? '礼仪' : ''
  return [etiquette, courses > 0 ? `业务 ${courses}` : ''].filter((one) => one !== '').join('、')
}
