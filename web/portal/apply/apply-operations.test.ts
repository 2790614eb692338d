import { expect, test } from 'vitest'
import * as catalogue from '../../../contract/catalogue.ts'
import * as accounts from '../../../contract/citizen-accounts.ts'
import * as drafts from '../../../contract/drafts.ts'
import * as known from '../../../contract/known-answers.ts'
import * as forms from '../../../contract/forms.ts'
import * as mandates from '../../../contract/mandates.ts'
import * as uploads from '../../../contract/uploads.ts'
import * as light from './apply-operations.ts'

const CONTRACT = Object.entries({
  ...catalogue,
  ...accounts,
  ...drafts,
  ...forms,
  ...known,
  ...mandates,
  ...uploads,
}) as [string, unknown][]

test.each(Object.entries(light))('applying calls what the contract says: %s', (name, wire) => {
  const wanted = name.toLowerCase().replaceAll('_', '')
  const operation = CONTRACT.find(([contractName]) => contractName.toLowerCase() === wanted)?.[1]
  const { method, path, sends, answers } = operation as Record<string, unknown>
  expect({ sends: undefined, answers: undefined, ...wire }).toEqual({
    method,
    path,
    sends,
    answers,
  })
})
