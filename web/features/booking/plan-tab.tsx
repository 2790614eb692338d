import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { bookingPlanQuery } from './booking-queries.ts'
import { CapacityDialog } from './capacity-dialog.tsx'
import { CloseDayDialog } from './close-day-dialog.tsx'
import { PlanDays } from './plan-days.tsx'
import { PlanSettings } from './plan-settings.tsx'
import type { PlanDay } from './plan-words.ts'

/** How many a half-hour takes, from when, and the days that take nobody. */
export function PlanTab({ mayAct }: { mayAct: boolean }) {
  const { data, error, refetch } = useQuery(bookingPlanQuery())
  const [setting, setSetting] = useState<{ readonly day: string | null } | null>(null)
  const [closing, setClosing] = useState<PlanDay | null>(null)
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton lines={10} />
  return (
    <>
      <PlanSettings plan={data} onSet={mayAct ? () => setSetting({ day: null }) : null} />
      <PlanDays
        plan={data}
        acts={mayAct ? { onSet: (day) => setSetting({ day: day.day }), onClose: setClosing } : null}
      />
      {setting && <CapacityDialog plan={data} day={setting.day} onClose={() => setSetting(null)} />}
      {closing && <CloseDayDialog day={closing} onClose={() => setClosing(null)} />}
    </>
  )
}
