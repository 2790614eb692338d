import { expect, test } from 'vitest'
import { tunedSettings } from './postgres-tuning.ts'

const GB = 2 ** 30

test('buffers are an eighth of the memory, at least 128 MB and at most 2 GB', () => {
  expect(tunedSettings(8 * GB)['shared_buffers']).toBe('1024MB')
  expect(tunedSettings(0.5 * GB)['shared_buffers']).toBe('128MB')
  expect(tunedSettings(64 * GB)['shared_buffers']).toBe('2048MB')
})

test('nothing that keeps data safe is touched', () => {
  const names = Object.keys(tunedSettings())
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method'])
    expect(names).not.toContain(name)
})
