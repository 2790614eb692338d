import type { z } from 'zod'
import type { VerifyReport } from '../../contract/documents.ts'
import { describeIssued, type Described, type VerifyContext } from './describe-issued.ts'
import { findByCode } from './issued-document.ts'
import { isTestSeal } from './test-seal.ts'
import { typedVerifyCode } from './verify-link.ts'

export type Report = z.input<typeof VerifyReport>

/** What the register says of the code under a QR. The paper itself may still be altered: only its file proves it. */
export async function verifyByCode(
  context: VerifyContext,
  regionCode: number,
  code: string,
): Promise<Report> {
  const issued = await findByCode(context.db, regionCode, typedVerifyCode(code))
  if (issued === undefined)
    return {
      genuine: false,
      sentence:
        '没有登记过这个核验码。请对照文书逐位核对；核对无误仍查不到的，不是本系统出具的文书。',
      testSeal: false,
      document: null,
      signatures: [],
    }
  const document = await describeIssued(context, regionCode, issued)
  return {
    genuine: true,
    sentence: `本系统出具过这份文书，请核对纸面内容与下列登记是否一致。${todaySentence(document)}`,
    testSeal: await isTestSeal(context.seals, issued.seal),
    document,
    signatures: [],
  }
}

export function todaySentence({ validToday, state }: Described): string {
  return validToday ? '今天有效。' : `但今天已不能作为有效文书使用：${state}。`
}
