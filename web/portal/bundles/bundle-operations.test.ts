import { expect, test } from 'vitest'
import * as applications from '../../../contract/applications.ts'
import { applicationCommands } from '../../../contract/application-commands.ts'
import * as drafts from '../../../contract/bundle-drafts.ts'
import * as bundles from '../../../contract/bundles.ts'
import * as light from './bundle-operations.ts'

const CONTRACT = Object.entries({
  ...applications,
  ...bundles,
  ...drafts,
  ...applicationCommands,
}) as [string, unknown][]

test.each(Object.entries(light))('bundles call what the contract says: %s', (name, wire) => {
  const wanted = name.toLowerCase().replaceAll('_', '')
  const operation = CONTRACT.find(
    ([contractName]) => contractName.toLowerCase().replaceAll('-', '') === wanted,
  )?.[1]
  const { method, path, sends } = operation as Record<string, unknown>
  expect({ sends: undefined, ...wire }).toEqual({ method, path, sends })
})
