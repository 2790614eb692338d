/** Credit grades of materials, 国办函〔2016〕108号. */
export type MaterialTrust = 'A' | 'B' | 'C' | 'D'

export const TRUST_NAME = {
  A: 'A 级：由制发机关提供，可以直接使用',
  B: 'B 级：窗口核验过，可以再次使用',
  C: 'C 级：申请人上传，需要核对原件',
  D: 'D 级：申请人自行制作，承诺真实',
} as const satisfies Record<MaterialTrust, string>

/** Uploaded is C; what the applicant made and promises is D. */
export function trustOfUpload(selfMade: boolean): MaterialTrust {
  return selfMade ? 'D' : 'C'
}

/** What a copy of grade A carries, 108号. `until`: 2026年3月9日, or null for as long as it is in force. */
export function copyWatermark(organ: string, until: string | null): string {
  return `此件由${organ}提供，仅供办理政务服务事项时使用，有效期至${until ?? '原件失效之日'}`
}
