import type { z } from 'zod'
import type { DraftRow } from '../../../contract/catalogue-editing.ts'
import type { ItemStatus } from '../../../domain/catalogue/service-item.ts'
import type { Light } from '../../ui/lamp.tsx'

type Row = z.output<typeof DraftRow>

export const STATUS_LIGHTS: Readonly<Record<ItemStatus, Light>> = {
  draft: 'none',
  active: 'green',
  suspended: 'amber',
  devolved: 'paused',
  cancelled: 'none',
  merged: 'paused',
  'converted-to-filing': 'paused',
}
export const KIND_WORDS = { guide: '办事指南', item: '事项要素' } as const
export const SIDE_NAMES = { department: '部门', bureau: '州行政审批局' } as const

const STATE_NAMES: Readonly<Record<Row['state'], string>> = {
  editing: '起草中',
  submitted: '已送审',
  returned: '被退回',
  published: '已发布',
  discarded: '已作废',
}

/** 已送审，等部门、州行政审批局确认 */
export function draftWords(draft: Pick<Row, 'state' | 'waitsFor'>): string {
  if (draft.state !== 'submitted') return STATE_NAMES[draft.state]
  return draft.waitsFor.length === 0
    ? '已确认，待发布'
    : `等${draft.waitsFor.map((side) => SIDE_NAMES[side]).join('、')}确认`
}

export function draftLight({ state, waitsFor }: Pick<Row, 'state' | 'waitsFor'>): Light {
  if (state === 'returned') return 'red'
  if (state === 'submitted') return waitsFor.length === 0 ? 'green' : 'amber'
  return state === 'editing' ? 'paused' : 'none'
}

export const SEAL_NAMES = {
  bureau: '州行政审批局统一印章',
  department: '本部门印章',
  provincial: '省级出具',
} as const
