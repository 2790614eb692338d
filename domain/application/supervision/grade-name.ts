import type { Rating } from '../application.ts'

export const GRADE_NAME = {
  1: '非常不满意',
  2: '不满意',
  3: '基本满意',
  4: '满意',
  5: '非常满意',
} as const satisfies Record<Rating['grade'], string>
