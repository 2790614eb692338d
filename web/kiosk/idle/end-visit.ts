import type { endVisit } from '../../../contract/session.ts'
import type { WireOf } from '../../api/call.ts'

export const END_VISIT: WireOf<typeof endVisit> = { method: 'DELETE', path: '/api/visit' }
