import { useMutation } from '@tanstack/react-query'
import { ApiProblem } from '../../../api/api-problem.ts'
import { useOffline } from '../../../api/offline/use-offline.ts'
import { NotPrepared } from '../../../api/offline/write-entry.ts'
import type { IntakeDraft } from '../intake-draft.ts'
import { useReceive } from '../use-receive.ts'
import { receiveOffline } from './receive-offline.ts'

type Receiving = {
  readonly run: (draft: IntakeDraft) => Promise<{ readonly applicationId: string } | undefined>
  readonly busy: boolean
  readonly problem: ApiProblem | null
}

/** Receipt (收件): at the server, or into the journal while the server is out of reach. */
export function useReceiving(): Receiving {
  const { line } = useOffline()
  const atServer = useReceive()
  const { mutateAsync, isPending, error } = useMutation({ mutationFn: receiveOffline })
  if (line === 'up') return atServer
  return {
    run: async (draft) => {
      const entry = await mutateAsync(draft).catch(() => undefined)
      return entry?.application
    },
    busy: isPending,
    problem: problemOf(error),
  }
}

function problemOf(error: Error | null): ApiProblem | null {
  if (error === null) return null
  const detail =
    error instanceof NotPrepared
      ? '这台电脑没有密钥，不能离线收件，请改用其他窗口或者纸质收件。'
      : '没有写入离线日志，磁盘可能已满。请先导出离线日志，再试一次。'
  return new ApiProblem({ code: 'offline-not-written', detail, status: 409 })
}
