import { expect, test } from 'vitest'
import * as accounts from '../../../contract/citizen-accounts.ts'
import * as messages from '../../../contract/messages.ts'
import { lookUpProgress } from '../../../contract/progress.ts'
import * as tell from '../messages/message-operations.ts'
import { LOOK_UP_PROGRESS } from '../progress/progress-operation.ts'
import * as light from './citizen-operations.ts'

test.each([
  [light.SIGN_IN_WAYS, accounts.signInWays],
  [light.REGISTRATION_CODE, accounts.requestRegistrationCode],
  [light.REGISTER, accounts.registerCitizen],
  [light.RESET_CODE, accounts.requestResetCode],
  [light.RESET_PASSWORD, accounts.resetPassword],
  [light.OWN_ACCOUNT, accounts.ownAccount],
  [light.CONTACT_CODE, accounts.requestContactCode],
  [light.CHANGE_CONTACT, accounts.changeContact],
  [tell.LIST_MESSAGES, messages.listMessages],
  [tell.UNREAD_MESSAGES, messages.countUnreadMessages],
  [tell.MARK_READ, messages.markMessagesRead],
  [tell.READ_WISHES, messages.readMessagePreferences],
  [tell.SET_WISHES, messages.setMessagePreferences],
  [tell.DEMONSTRATION_MESSAGES, messages.demonstrationMessages],
  [LOOK_UP_PROGRESS, lookUpProgress],
])('the pages of citizens call what the contract says: $path', (wire, operation) => {
  const { method, path } = operation
  expect(wire).toEqual({ method, path })
})
