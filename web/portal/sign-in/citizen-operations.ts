import type * as accounts from '../../../contract/citizen-accounts.ts'
import type { WireOf } from '../../api/call.ts'

export const SIGN_IN_WAYS: WireOf<typeof accounts.signInWays> = {
  method: 'GET',
  path: '/api/sign-in-ways',
}
export const REGISTRATION_CODE: WireOf<typeof accounts.requestRegistrationCode> = {
  method: 'POST',
  path: '/api/citizens/codes',
}
export const REGISTER: WireOf<typeof accounts.registerCitizen> = {
  method: 'POST',
  path: '/api/citizens',
}
export const RESET_CODE: WireOf<typeof accounts.requestResetCode> = {
  method: 'POST',
  path: '/api/citizens/password/codes',
}
export const RESET_PASSWORD: WireOf<typeof accounts.resetPassword> = {
  method: 'POST',
  path: '/api/citizens/password',
}
export const OWN_ACCOUNT: WireOf<typeof accounts.ownAccount> = {
  method: 'GET',
  path: '/api/citizens/me',
}
export const CONTACT_CODE: WireOf<typeof accounts.requestContactCode> = {
  method: 'POST',
  path: '/api/citizens/me/contact/codes',
}
export const CHANGE_CONTACT: WireOf<typeof accounts.changeContact> = {
  method: 'PUT',
  path: '/api/citizens/me/contact',
}
