import type {
  ask,
  listMyEnquiries,
  listPublishedAnswers,
  lookUpEnquiry,
} from '../../../contract/enquiries.ts'
import type { WireOf } from '../../api/call.ts'

export const ASK: WireOf<typeof ask> = { method: 'POST', path: '/api/enquiries' }
export const LOOK_UP: WireOf<typeof lookUpEnquiry> = {
  method: 'POST',
  path: '/api/enquiries/progress',
}
export const MINE: WireOf<typeof listMyEnquiries> = { method: 'GET', path: '/api/enquiries/mine' }
export const PUBLISHED: WireOf<typeof listPublishedAnswers> = {
  method: 'GET',
  path: '/api/enquiries/published',
}
