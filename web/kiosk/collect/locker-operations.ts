import type { askForBox, tellOfBox } from '../../../contract/lockers.ts'
import type { WireOf } from '../../api/call.ts'

export const ASK_FOR_BOX: WireOf<typeof askForBox> = {
  method: 'POST',
  path: '/api/lockers/collections',
}
export const TELL_OF_BOX: WireOf<typeof tellOfBox> = {
  method: 'POST',
  path: '/api/lockers/collections/:collectionId/news',
}
