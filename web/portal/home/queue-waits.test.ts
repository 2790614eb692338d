import { expect, test } from 'vitest'
import { hallForecast } from '../../../contract/hall-forecast.ts'
import { HALL_FORECAST } from './read-hall.ts'
import { waitsOf } from './queue-waits.ts'

const queue = (
  code: 'A' | 'B',
  waiting: number,
  windows: number,
  estimateMinutes: number | null,
) => ({
  queue: code,
  name: code,
  zoneName: '',
  waiting,
  windows,
  estimateMinutes,
  taking: true,
  notTaking: null,
})
const told = (code: string, p50: number | null, p90: number | null) => ({
  queue: code,
  queueName: code,
  waiting: 0,
  windows: 1,
  p50,
  p90,
  services: 40,
})

test('who looks before leaving home reads the forecast, or the average where there is none, and nothing where nobody serves', () => {
  const queues = [queue('A', 7, 3, 12), queue('B', 2, 0, null)]
  expect(waitsOf({ queues }, [told('A', 10, 22), told('B', 5, 9)])).toMatchObject([
    { waiting: 7, minutes: 10, most: 22 },
    { waiting: 2, minutes: null, most: null },
  ])
  expect(waitsOf({ queues }, [])[0]).toMatchObject({ minutes: 12, most: null })
  expect(waitsOf({ queues }, [told('A', 10, 10)])[0]).toMatchObject({ minutes: 10, most: null })
})
test('it asks what the contract says', () => {
  const { method, path } = hallForecast
  expect(HALL_FORECAST).toEqual({ method, path })
})
