import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { hallBoard, hallDesk, hallOverview } from '../../contract/hall.ts'
import { getHallConfiguration } from '../../contract/hall-configuration.ts'
import { listHallDevices } from '../../contract/hall-devices.ts'
import { hallFigureApplications, hallFigures } from '../../contract/hall-figures.ts'
import { hallForecast } from '../../contract/hall-forecast.ts'
import { hallLog, type LOG_ACTS } from '../../contract/hall-log.ts'
import { hallTickets, ticketHistory } from '../../contract/hall-tickets.ts'
import { call } from './call.ts'

/** Everything of the hall lies under one key: an act of the hall reads anew whatever is on the screen. */
export const HALL = 'hall'
/** A feed may look alive and be dead: what is live is read all the same. */
const LOOK = 15_000
const MINUTE = 60_000

export const hallDeskQuery = () =>
  queryOptions({
    queryKey: [HALL, 'desk'],
    queryFn: ({ signal }) => call(hallDesk, { signal }),
    staleTime: 0,
    refetchInterval: LOOK,
  })

export const hallBoardQuery = () =>
  queryOptions({
    queryKey: [HALL, 'board'],
    queryFn: ({ signal }) => call(hallBoard, { signal }),
  })

export const hallForecastQuery = () =>
  queryOptions({
    queryKey: [HALL, 'forecast'],
    queryFn: ({ signal }) => call(hallForecast, { signal }),
  })

export const hallOverviewQuery = () =>
  queryOptions({
    queryKey: [HALL, 'overview'],
    queryFn: ({ signal }) => call(hallOverview, { signal }),
    staleTime: 0,
    refetchInterval: LOOK,
  })

export type LogAct = (typeof LOG_ACTS)[number]
export const hallLogQuery = (
  day: string | undefined,
  act: LogAct | undefined,
  cursor: string | undefined,
) =>
  queryOptions({
    queryKey: [HALL, 'log', day ?? '', act ?? '', cursor ?? ''],
    queryFn: ({ signal }) => call(hallLog, { query: { day, act, cursor, size: 50 }, signal }),
    placeholderData: keepPreviousData,
  })

export type DayFilter = Omit<NonNullable<z.input<typeof hallTickets.query>>, 'cursor' | 'size'>
export const hallTicketsQuery = (filter: DayFilter, cursor: string | undefined) =>
  queryOptions({
    queryKey: [HALL, 'day-tickets', filter, cursor ?? ''],
    queryFn: ({ signal }) => call(hallTickets, { query: { ...filter, cursor, size: 50 }, signal }),
    placeholderData: keepPreviousData,
  })

export const ticketHistoryQuery = (ticketId: string) =>
  queryOptions({
    queryKey: [HALL, 'ticket-history', ticketId],
    queryFn: ({ signal }) => call(ticketHistory, { params: { ticketId }, signal }),
  })

export const hallDevicesQuery = () =>
  queryOptions({
    // Beside the hall's key: a heartbeat is nobody's act, and the feed does not tell of it.
    queryKey: ['hall-devices'],
    queryFn: ({ signal }) => call(listHallDevices, { signal }),
    refetchInterval: LOOK,
  })

export const hallConfigurationQuery = () =>
  queryOptions({
    queryKey: ['hall-configuration'],
    queryFn: ({ signal }) => call(getHallConfiguration, { signal }),
    staleTime: MINUTE,
  })

export type Span = { readonly from: string; readonly to: string }

export const hallFiguresQuery = (span: Span) =>
  queryOptions({
    queryKey: ['hall-figures', span],
    queryFn: ({ signal }) => call(hallFigures, { query: span, signal }),
    placeholderData: keepPreviousData,
  })

export const hallFigureApplicationsQuery = (
  itemId: string,
  span: Span,
  cursor: string | undefined,
) =>
  queryOptions({
    queryKey: ['hall-figures', span, itemId, cursor ?? ''],
    queryFn: ({ signal }) =>
      call(hallFigureApplications, { params: { itemId }, query: { ...span, cursor }, signal }),
    placeholderData: keepPreviousData,
  })
