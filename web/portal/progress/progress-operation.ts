import type { lookUpProgress } from '../../../contract/progress.ts'
import type { WireOf } from '../../api/call.ts'

export const LOOK_UP_PROGRESS: WireOf<typeof lookUpProgress> = {
  method: 'POST',
  path: '/api/progress',
}
