import type { listCalendar } from '../../contract/calendar.ts'
import type { listCatalogueChanges } from '../../contract/catalogue-changes.ts'
import type { getGuide, listItems } from '../../contract/catalogue.ts'
import type { verifyCode, verifyFile } from '../../contract/documents.ts'
import type {
  appointFirstAdministrator,
  changePassword,
  demonstrationCast,
  signIn,
  whoAmI,
} from '../../contract/session.ts'
import type { WireOf } from '../api/call.ts'

// The contract's schemas weigh more than a whole public page: here stand only method and path, typed
// by the contract, and a test holds each against it.

export const PUBLIC_LIST_ITEMS: WireOf<typeof listItems> = { method: 'GET', path: '/api/items' }
export const PUBLIC_CALENDAR: WireOf<typeof listCalendar> = { method: 'GET', path: '/api/calendar' }
export const PUBLIC_CHANGES: WireOf<typeof listCatalogueChanges> = {
  method: 'GET',
  path: '/api/catalogue/changes',
}
export const PUBLIC_GET_GUIDE: WireOf<typeof getGuide> = {
  method: 'GET',
  path: '/api/items/:itemId',
}
export const PUBLIC_VERIFY_CODE: WireOf<typeof verifyCode> = {
  method: 'GET',
  path: '/api/verify/:code',
}
export const PUBLIC_VERIFY_FILE: WireOf<typeof verifyFile> = {
  method: 'POST',
  path: '/api/verify',
  sends: 'multipart',
}
export const PUBLIC_SIGN_IN: WireOf<typeof signIn> = { method: 'POST', path: '/api/session' }
export const PUBLIC_WHO_AM_I: WireOf<typeof whoAmI> = { method: 'GET', path: '/api/session' }
export const PUBLIC_CHANGE_PASSWORD: WireOf<typeof changePassword> = {
  method: 'POST',
  path: '/api/session/password',
}
export const PUBLIC_CAST: WireOf<typeof demonstrationCast> = {
  method: 'GET',
  path: '/api/demonstration-cast',
}
export const PUBLIC_FIRST_ADMINISTRATOR: WireOf<typeof appointFirstAdministrator> = {
  method: 'POST',
  path: '/api/first-administrator',
}
