import type { SealName } from '../../domain/notice/notice.ts'
import type { SealProvider } from '../sealing/seal-provider.ts'

/** Whether the paper must say 测试印章 无法律效力. */
export async function isTestSeal(seals: SealProvider, seal: SealName | null): Promise<boolean> {
  return seal !== null && (await seals.describe(seal)).test
}
