import { useState, type ReactNode } from 'react'
import type { BoxUse } from '../../../contract/lockers.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import type { ClerkAct } from '../../../domain/locker/box-use.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { localMinuteOf } from '../../../domain/shared/local-date.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { LockerDesk } from './use-locker.ts'

/** A result that lies in a box: how it stands, and what the clerk may do about it. */
export function LockerBox({ use, locker }: { use: BoxUse; locker: LockerDesk }) {
  const { box, stateName, needsLook, fault } = use
  return (
    <section aria-label="取件柜">
      <h2 className="h">取件柜第 {box} 格</h2>
      <Lamp light={needsLook ? 'amber' : 'green'}>{stateName}</Lamp>
      <p className="sec small">
        {use.putInByName} {minuteOf(use.putInAt)} 放入
        {use.openedAt && `；${minuteOf(use.openedAt)} 申请人签名后开门`}
      </p>
      {fault && <p className="sec">柜门：{fault}</p>}
      {locker.fault !== '' && <p role="alert">{locker.fault}</p>}
      {locker.problem && <ProblemNote problem={locker.problem} />}
      <BoxActs use={use} locker={locker} />
    </section>
  )
}

function BoxActs({ use, locker }: { use: BoxUse; locker: LockerDesk }) {
  const { state, needsLook } = use
  const act = (name: ClerkAct) => () => void locker.act(use, name)
  return (
    <>
      {state === 'reserved' && <PuttingIn use={use} locker={locker} />}
      {state === 'stored' && (
        <p className="sec">申请人凭办件编号、查询密码和身份证在自助机签名取件，取走即记为送达。</p>
      )}
      {needsLook && (
        <>
          <p>请到柜前查看：</p>
          <div className="acts">
            {state === 'opened' && (
              <Act locker={locker} onClick={act('found-empty')} primary>
                格口是空的，已取走
              </Act>
            )}
            <Act locker={locker} onClick={act('still-there')}>
              结果还在格内
            </Act>
          </div>
        </>
      )}
      <TakeBack use={use} locker={locker} />
    </>
  )
}

function PuttingIn({ use, locker }: { use: BoxUse; locker: LockerDesk }) {
  const [closed, setClosed] = useState(false)
  useDeviceEvent('locker', 'box-closed', ({ box }) => {
    if (box === use.box) setClosed(true)
  })
  return (
    <>
      <p role="status">
        {closed ? '柜门已关上。' : '柜门已打开：请放入结果并关上柜门，然后确认。'}
      </p>
      <div className="acts">
        <Act locker={locker} onClick={() => void locker.act(use, 'stored')} primary>
          已放入并关门
        </Act>
        <Act locker={locker} onClick={() => void locker.open(use)}>
          再开一次
        </Act>
      </div>
    </>
  )
}

/** Opens the door first; one that stays shut is opened by its key. */
function TakeBack({ use, locker }: { use: BoxUse; locker: LockerDesk }) {
  const [byKey, setByKey] = useState(false)
  const takeBack = async () => {
    if (byKey || (await locker.open(use))) await locker.act(use, 'taken-back')
    else setByKey(true)
  }
  return (
    <div className="acts">
      <Act locker={locker} onClick={() => void takeBack()}>
        {byKey ? '已用备用钥匙取回' : '开柜取回窗口'}
      </Act>
    </div>
  )
}

function Act(props: {
  locker: LockerDesk
  onClick: () => void
  primary?: boolean
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className={props.primary ? 'btn primary' : 'btn'}
      disabled={props.locker.busy}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

function minuteOf(at: string): string {
  return localMinuteOf(at as Instant).replace('T', ' ')
}
