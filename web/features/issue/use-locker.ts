import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { actOnBox, reserveBox, type BoxUse } from '../../../contract/lockers.ts'
import type { ClerkAct } from '../../../domain/locker/box-use.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { useDeviceBridge } from '../../api/devices/use-device-bridge.ts'
import { invalidateApplications } from '../../api/invalidate-applications.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { boxUsesQuery } from './locker-queries.ts'

export type LockerDesk = {
  readonly hasLocker: boolean
  readonly busy: boolean
  readonly problem: ApiProblem | null
  /** What the door did not do, for the clerk. */
  readonly fault: string
  /** Takes the box and opens it; a door that stays shut leaves the box free. */
  readonly putIn: (box: number) => Promise<void>
  readonly open: (use: BoxUse) => Promise<boolean>
  readonly act: (use: BoxUse, act: ClerkAct) => Promise<boolean>
}

/** The locker as the clerk uses it: the server says whose box it is, the door opens by the device program of this machine. */
export function useLocker(applicationId: string): LockerDesk {
  const { bridge, view } = useDeviceBridge()
  const queries = useQueryClient()
  const command = useCommandId()
  const deposit = useCommandId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [fault, setFault] = useState('')

  const reread = async () => {
    await queries.invalidateQueries({ queryKey: boxUsesQuery().queryKey })
    await invalidateApplications(queries, [applicationId])
  }
  const doing = async (work: () => Promise<boolean>) => {
    setBusy(true)
    setProblem(null)
    setFault('')
    try {
      return await work()
    } catch (error) {
      setProblem(asApiProblem(error))
      return false
    } finally {
      await reread().catch(() => undefined)
      setBusy(false)
    }
  }
  const openDoor = async (box: number) => {
    const reference = uuidv7()
    const answer = await bridge.request('locker', 'open', { box, reference })
    if (!answer.ok) setFault(answer.sentence)
    return answer.ok && answer.value.box === box && answer.value.reference === reference
  }
  const send = async (depositId: string, act: ClerkAct) => {
    try {
      const body = { commandId: command.current(), act }
      await call(actOnBox, { params: { depositId }, body })
      command.settle()
      return true
    } catch (error) {
      command.settle(asApiProblem(error))
      throw error
    }
  }
  return {
    hasLocker: view.devices.some(({ device }) => device === 'locker'),
    busy,
    problem,
    fault,
    putIn: async (box) =>
      void (await doing(async () => {
        const depositId = deposit.current()
        try {
          await call(reserveBox, { body: { depositId, applicationId, box } })
          deposit.settle()
        } catch (error) {
          deposit.settle(asApiProblem(error))
          throw error
        }
        if (await openDoor(box)) return true
        await send(depositId, 'taken-back')
        return false
      })),
    open: async ({ box }) => await doing(async () => await openDoor(box)),
    act: async ({ depositId }, act) => await doing(async () => await send(depositId, act)),
  }
}
