import type * as messages from '../../../contract/messages.ts'
import type { WireOf } from '../../api/call.ts'

export const LIST_MESSAGES: WireOf<typeof messages.listMessages> = {
  method: 'GET',
  path: '/api/messages',
}
export const UNREAD_MESSAGES: WireOf<typeof messages.countUnreadMessages> = {
  method: 'GET',
  path: '/api/messages/unread',
}
export const MARK_READ: WireOf<typeof messages.markMessagesRead> = {
  method: 'POST',
  path: '/api/messages/read',
}
export const READ_WISHES: WireOf<typeof messages.readMessagePreferences> = {
  method: 'GET',
  path: '/api/message-preferences',
}
export const SET_WISHES: WireOf<typeof messages.setMessagePreferences> = {
  method: 'PUT',
  path: '/api/message-preferences',
}
export const DEMONSTRATION_MESSAGES: WireOf<typeof messages.demonstrationMessages> = {
  method: 'GET',
  path: '/api/demonstration-messages',
}
