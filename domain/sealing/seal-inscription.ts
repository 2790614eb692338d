import type { SealName } from '../notice/notice.ts'

/** The words of a seal: the organisation around the ring, the purpose below. */
export type SealInscription = { readonly organisation: string; readonly purpose: string | null }

/** `departmentName` is used for a department's own seal only. */
export function sealInscriptionOf(seal: SealName, departmentName: string): SealInscription {
  if (seal === 'acceptance-seal')
    return { organisation: '阿坝州行政审批服务中心', purpose: '受理专用章' }
  if (seal === 'approval-seal')
    return { organisation: '阿坝州行政审批局', purpose: '行政审批专用章' }
  return { organisation: departmentName, purpose: null }
}
