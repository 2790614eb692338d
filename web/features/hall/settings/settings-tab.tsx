import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saveHallConfiguration } from '../../../../contract/hall-configuration.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { hallConfigurationQuery } from '../../../api/hall-queries.ts'
import { useCommandId } from '../../../api/use-command-id.ts'
import { longMinute } from '../../../ui/dates.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { isHallDraft, type Change, type HallDraft } from './hall-draft.ts'
import { HoursPart } from './hours-part.tsx'
import { PostsPart } from './posts-part.tsx'
import { QueuesPart } from './queues-part.tsx'
import { WindowsPart } from './windows-part.tsx'
import { ZonesPart } from './zones-part.tsx'
import './settings.css'

const nothing = (): HallDraft => null

/** How the hall is laid out and when it is open: saved as a whole, each version kept. What is typed survives a reload. */
export function SettingsTab({ mayAct }: { mayAct: boolean }) {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(hallConfigurationQuery())
  const draft = useDraft<HallDraft>('hall-settings', nothing, isHallDraft)
  const commandId = useCommandId()
  const save = useMutation({
    mutationFn: async ({ version, configuration }: NonNullable<HallDraft>) =>
      await call(saveHallConfiguration, {
        body: { commandId: commandId.current(), expectedVersion: version, configuration },
      }),
    onSuccess: (stored) => {
      commandId.settle()
      draft.clear()
      queries.setQueryData(hallConfigurationQuery().queryKey, stored)
    },
    onError: (raised) => commandId.settle(asApiProblem(raised)),
  })
  const send = () => {
    if (draft.value !== null && !save.isPending) save.mutate(draft.value)
  }
  useHotkeys(mayAct ? { 'Ctrl+Enter': send, 'Ctrl+S': send } : {})
  if (!data)
    return error ? (
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton lines={12} />
    )
  const configuration = draft.value?.configuration ?? data.configuration
  const change: Change = (to) =>
    draft.set((before) => ({
      version: before?.version ?? data.version,
      configuration: to(before?.configuration ?? data.configuration),
    }))
  const drop = () => {
    draft.clear()
    save.reset()
    void refetch()
  }
  const isOld = draft.value !== null && draft.value.version < data.version
  return (
    <form
      className="hall-settings"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <fieldset disabled={!mayAct || save.isPending}>
        <ZonesPart configuration={configuration} onChange={change} />
        <HoursPart configuration={configuration} onChange={change} />
        <QueuesPart configuration={configuration} onChange={change} />
        <WindowsPart configuration={configuration} onChange={change} />
        <PostsPart configuration={configuration} clerks={data.clerks} onChange={change} />
      </fieldset>
      {save.error && (
        <ProblemNote problem={asApiProblem(save.error)} kept="您的修改都在本页，刷新也不会丢。" />
      )}
      <footer>
        <span className="sec">
          {data.savedAt === null
            ? '出厂设置，还没有人保存过。'
            : `第 ${data.version} 版，${data.savedByName ?? ''}于 ${longMinute(data.savedAt)}保存。`}
          {isOld && <b> 您的修改是在第 {draft.value?.version} 版上做的，大厅设置已被他人改过。</b>}
        </span>
        {mayAct && (
          <>
            <button
              type="button"
              className="btn"
              disabled={draft.value === null || save.isPending}
              onClick={drop}
            >
              放弃修改
            </button>
            <button
              type="submit"
              className="btn primary"
              disabled={draft.value === null || save.isPending}
            >
              {save.isPending ? '正在保存…' : '保存设置'} <Kbd>Ctrl Enter</Kbd>
            </button>
          </>
        )}
      </footer>
    </form>
  )
}
