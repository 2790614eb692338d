import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { hallBoard, hallDesk, hallLog, hallOverview } from '../../contract/hall.ts'
import { getHallConfiguration } from '../../contract/hall-configuration.ts'
import { listHallDevices } from '../../contract/hall-devices.ts'
import { hallFigureApplications, hallFigures } from '../../contract/hall-figures.ts'
import { hallForecast } from '../../contract/hall-forecast.ts'
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

export const hallLogQuery = (day: string | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: [HALL, 'log', day ?? '', cursor ?? ''],
    queryFn: ({ signal }) => call(hallLog, { query: { day, cursor, size: 50 }, signal }),
    placeholderData: keepPreviousData,
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
