import { expect, test } from 'vitest'
import { listCalendar } from '../../contract/calendar.ts'
import { listCatalogueChanges } from '../../contract/catalogue-changes.ts'
import { getGuide, listItems } from '../../contract/catalogue.ts'
import { verifyCode, verifyFile } from '../../contract/documents.ts'
import {
  appointFirstAdministrator,
  changePassword,
  demonstrationCast,
  signIn,
  whoAmI,
} from '../../contract/session.ts'
import * as light from './public-operations.ts'

test.each([
  [light.PUBLIC_LIST_ITEMS, listItems],
  [light.PUBLIC_CALENDAR, listCalendar],
  [light.PUBLIC_CHANGES, listCatalogueChanges],
  [light.PUBLIC_GET_GUIDE, getGuide],
  [light.PUBLIC_VERIFY_CODE, verifyCode],
  [light.PUBLIC_VERIFY_FILE, verifyFile],
  [light.PUBLIC_SIGN_IN, signIn],
  [light.PUBLIC_WHO_AM_I, whoAmI],
  [light.PUBLIC_CHANGE_PASSWORD, changePassword],
  [light.PUBLIC_CAST, demonstrationCast],
  [light.PUBLIC_FIRST_ADMINISTRATOR, appointFirstAdministrator],
])('the light public pages call what the contract says: $path', (wire, operation) => {
  const { method, path, sends } = operation
  expect({ sends: undefined, ...wire }).toEqual({ method, path, sends })
})
