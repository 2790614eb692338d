import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  forecastAccuracy,
  getRecordedDay,
  listRecordedDays,
} from '../../../contract/hall-forecast.ts'
import { call } from '../../api/call.ts'

export type RecordedDayRow = z.output<typeof listRecordedDays.reply>['days'][number]

export const recordedDaysQuery = () =>
  queryOptions({
    queryKey: ['planner-days'],
    queryFn: ({ signal }) => call(listRecordedDays, { signal }),
  })

/** A day's facts: today's still grow, so they are asked for again when the page is opened anew. */
export const recordedDayQuery = (day: string) =>
  queryOptions({
    queryKey: ['planner-day', day],
    queryFn: ({ signal }) => call(getRecordedDay, { params: { day }, signal }),
    enabled: day !== '',
  })

export const accuracyQuery = () =>
  queryOptions({
    queryKey: ['forecast-accuracy'],
    queryFn: ({ signal }) => call(forecastAccuracy, { query: { days: 30 }, signal }),
  })
