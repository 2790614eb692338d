import { useQuery } from '@tanstack/react-query'
import { asApiProblem } from '../../../api/api-problem.ts'
import { hallConfigurationQuery } from '../../../api/hall-queries.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { namedFaults } from './fault-words.ts'
import { HoursPart } from './hours-part.tsx'
import { PostsPart } from './posts-part.tsx'
import { QueuesPart } from './queues-part.tsx'
import { SettingsFooter } from './settings-footer.tsx'
import { useHallSettings, type StoredHall } from './use-hall-settings.ts'
import { WindowsPart } from './windows-part.tsx'
import { ZonesPart } from './zones-part.tsx'
import './settings.css'

/** How the hall is laid out and when it is open: saved as a whole, each version kept. */
export function SettingsTab({ mayAct }: { mayAct: boolean }) {
  const { data, error, refetch } = useQuery(hallConfigurationQuery())
  if (data) return <Settings stored={data} mayAct={mayAct} />
  return error ? (
    <ProblemNote problem={error} onRetry={() => void refetch()} />
  ) : (
    <Skeleton lines={12} />
  )
}

function Settings({ stored, mayAct }: { stored: StoredHall; mayAct: boolean }) {
  const settings = useHallSettings(stored)
  const { configuration, change, save, busy, problem } = settings
  useHotkeys(mayAct ? { 'Ctrl+Enter': save, 'Ctrl+S': save } : {})
  return (
    <form
      className="hall-settings"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <fieldset disabled={!mayAct || busy}>
        <ZonesPart configuration={configuration} onChange={change} />
        <HoursPart configuration={configuration} onChange={change} />
        <QueuesPart configuration={configuration} onChange={change} />
        <WindowsPart configuration={configuration} onChange={change} />
        <PostsPart configuration={configuration} clerks={stored.clerks} onChange={change} />
      </fieldset>
      {problem && (
        <ProblemNote
          problem={namedFaults(asApiProblem(problem))}
          kept="您的修改都在本页，刷新也不会丢。"
        />
      )}
      <SettingsFooter stored={stored} settings={settings} mayAct={mayAct} />
    </form>
  )
}
