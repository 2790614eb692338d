import { useState } from 'react'
import type { BoxUse } from '../../../contract/lockers.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { useDeviceEvent } from '../../api/devices/use-device-bridge.ts'
import { localMinuteOf } from '../../../domain/shared/local-date.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { LockerDesk } from './use-locker.ts'

/** A result that lies in a box: how it stands, and what the clerk may do about it. */
export function LockerBox({ use, locker }: { use: BoxUse; locker: LockerDesk }) {
  const { box, state, stateName, needsLook, fault } = use
  const [byKey, setByKey] = useState(false)
  const [closed, setClosed] = useState(false)
  useDeviceEvent('locker', 'box-closed', (one) => one.box === box && setClosed(true))
  const takeBack = async () => {
    if (byKey || (await locker.open(use))) await locker.act(use, 'taken-back')
    else setByKey(true)
  }
  const button = (label: string, onClick: () => void, primary = false) => (
    <button
      type="button"
      className={primary ? 'btn primary' : 'btn'}
      disabled={locker.busy}
      onClick={onClick}
    >
      {label}
    </button>
  )
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
      {state === 'reserved' && (
        <>
          <p role="status">
            {closed ? '柜门已关上。' : '柜门已打开：请放入结果并关上柜门，然后确认。'}
          </p>
          <div className="acts">
            {button('已放入并关门', () => void locker.act(use, 'stored'), true)}
            {button('再开一次', () => void locker.open(use))}
          </div>
        </>
      )}
      {state === 'stored' && (
        <p className="sec">申请人凭办件编号、查询密码和身份证在自助机签名取件，取走即记为送达。</p>
      )}
      {needsLook && (
        <>
          <p>请到柜前查看：</p>
          <div className="acts">
            {state === 'opened' &&
              button('格口是空的，已取走', () => void locker.act(use, 'found-empty'), true)}
            {button('结果还在格内', () => void locker.act(use, 'still-there'))}
          </div>
        </>
      )}
      <div className="acts">
        {button(
          byKey ? '已用备用钥匙取回' : state === 'reserved' ? '不放了，取回' : '开柜取回窗口',
          () => void takeBack(),
        )}
      </div>
    </section>
  )
}

function minuteOf(at: string): string {
  return localMinuteOf(at as Instant).replace('T', ' ')
}
