import { expect, test } from 'vitest'
import { STATUS_NAME } from '../../../domain/application/status-names.ts'
import { collectStateOf } from './collect-state.ts'

test('a result can be collected once it is sealed or refused in writing, until it is handed out', () => {
  const ready = Object.keys(STATUS_NAME).filter((status) => collectStateOf(status) === 'ready')
  expect(ready).toEqual(['sealed', 'refused'])
  expect(collectStateOf('in-review')).toBe('not-yet')
  expect(collectStateOf('delivered')).toBe('collected')
  expect(collectStateOf('withdrawn')).toBe('ended')
})
