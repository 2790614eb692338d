import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { removeHallDevice, type HallDevice } from '../../../../contract/hall-devices.ts'
import { call } from '../../../api/call.ts'
import { hallDevicesQuery } from '../../../api/hall-queries.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { minutesWords, secondsSince } from '../../../ui/duration-words.ts'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { Lamp } from '../../../ui/lamp.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { AddDevice } from './add-device.tsx'
import { healthOf } from './health-words.ts'
import { useDeviceChange } from './use-device-change.ts'

/** Screens, kiosks, evaluators: which are there, how they are, and pairing a new one. */
export function DevicesTab({ mayAct }: { mayAct: boolean }) {
  const { data, error, refetch, isPending } = useQuery(hallDevicesQuery())
  const [adding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<HallDevice | null>(null)
  const now = useNow(10)
  const devices = data?.devices ?? []
  const silent = devices.filter(({ paired, online }) => paired && !online).length
  return (
    <section className="panel" aria-label="设备">
      <div className="hall-tools">
        {mayAct && (
          <button type="button" className="btn primary" onClick={() => setAdding(true)}>
            登记设备
          </button>
        )}
        <span className="sec">
          {devices.length} 台{silent > 0 ? `，${silent} 台没有应答` : ''}
        </span>
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      <Table<HallDevice>
        size="small"
        rowKey="deviceId"
        loading={isPending}
        dataSource={[...devices]}
        pagination={false}
        columns={[...columnsAt(now), ...(mayAct ? [removeColumn(setRemoved)] : [])]}
        scroll={{ x: 1000 }}
        locale={{
          emptyText: (
            <EmptyNote title="还没有设备">
              登记后得到一个配对码，在那台设备上打开相应页面输入即可。
            </EmptyNote>
          ),
        }}
      />
      {adding && <AddDevice onClose={() => setAdding(false)} />}
      {removed && <RemoveDevice device={removed} onClose={() => setRemoved(null)} />}
    </section>
  )
}

function columnsAt(now: number): TableColumnsType<HallDevice> {
  return [
    {
      title: '设备',
      render: (_, { name, kindName, windowId }) => (
        <>
          <b>{name}</b>
          <div className="sec small">
            {kindName}
            {windowId === null ? '' : ` · ${windowId} 号窗口`}
          </div>
        </>
      ),
    },
    {
      title: '状态',
      width: 130,
      render: (_, { paired, online }) =>
        paired ? (
          <Lamp light={online ? 'green' : 'red'}>{online ? '在线' : '没有应答'}</Lamp>
        ) : (
          <Lamp light="none">等待配对</Lamp>
        ),
    },
    {
      title: '最近应答',
      width: 150,
      render: (_, { lastSeenAt }) =>
        lastSeenAt === null ? '从未' : `${minutesWords(secondsSince(lastSeenAt, now))}前`,
    },
    {
      title: '纸张',
      width: 110,
      render: (_, { health }) => <HealthLamp name="paper" health={health} />,
    },
    {
      title: '打印机',
      width: 110,
      render: (_, { health }) => <HealthLamp name="printer" health={health} />,
    },
    {
      title: '网络',
      width: 110,
      render: (_, { health }) => <HealthLamp name="network" health={health} />,
    },
    {
      title: '其他',
      width: 200,
      ellipsis: true,
      render: (_, { health }) => healthOf(health).others,
    },
  ]
}

function HealthLamp(props: {
  name: 'paper' | 'printer' | 'network'
  health: HallDevice['health']
}) {
  const known = healthOf(props.health)[props.name]
  return known === null ? <>—</> : <Lamp light={known.light}>{known.words}</Lamp>
}

function removeColumn(
  onRemove: (device: HallDevice) => void,
): TableColumnsType<HallDevice>[number] {
  return {
    title: '办理',
    key: 'acts',
    fixed: 'right',
    width: 72,
    render: (_, device) => (
      <button type="button" className="link" onClick={() => onRemove(device)}>
        注销
      </button>
    ),
  }
}

function RemoveDevice({ device, onClose }: { device: HallDevice; onClose: () => void }) {
  const { deviceId, name, kindName } = device
  const { run, busy, problem } = useDeviceChange(() =>
    call(removeHallDevice, { params: { deviceId } }),
  )
  return (
    <ConfirmDialog
      title={`注销${kindName}“${name}”`}
      confirmLabel="注销"
      busy={busy}
      problem={problem}
      onConfirm={() => void run(undefined).then((done) => done !== undefined && onClose())}
      onClose={onClose}
    >
      <p>这台设备立即不能再用，屏幕回到配对页。要再用，重新登记配对。</p>
    </ConfirmDialog>
  )
}
