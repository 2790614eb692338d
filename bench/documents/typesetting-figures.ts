import path from 'node:path'
import type { Instant } from '../../domain/shared/ids.ts'
import { createRenderer } from '../../server/documents/render-document.ts'
import type { RenderInput } from '../../server/documents/render-input.ts'
import { sealPdf } from '../../server/documents/seal-pdf.ts'
import { createTestSealProvider } from '../../server/sealing/test-seal-provider.ts'
import { approval, letter, officialNotice, registration, slip } from './papers.ts'

export type TypesettingFigures = {
  /** Milliseconds: from a new thread to the first sealed paper, seals already made. */
  readonly first: number
  /** Milliseconds of wall time a paper, one after the other. */
  readonly notices: readonly number[]
  readonly certificates: readonly number[]
  readonly previews: readonly number[]
  /** Milliseconds of processor time a sealed paper, all threads. */
  readonly cpu: number
  /** Of one thread, the bytes typeset before. */
  readonly signaturesPerSecond: number
}

const AT = '2026-03-17T01:30:00.000Z' as Instant

/** One paper after the other through the renderer and the test seals, as the server uses them. */
export async function typesettingFigures(
  folder: string,
  rounds: number,
): Promise<TypesettingFigures> {
  const renderer = createRenderer({ cacheFolder: path.join(folder, 'cache'), workers: 1 })
  const seals = createTestSealProvider({
    folder: path.join(folder, 'seals'),
    departmentName: () => '阿坝州示例局',
    draw: renderer.seal,
  })
  const sealed = async (input: RenderInput): Promise<Uint8Array> => {
    const { seal } = input.document
    const reason = input.document.kind
    return await sealPdf(seals, await renderer.pdf(input), { seal, signedAt: AT, reason })
  }
  try {
    await Promise.all([
      seals.certificateOf('acceptance-seal'),
      seals.certificateOf('department:agriculture'),
      seals.certificateOf('approval-seal'),
    ])
    const first = await milliseconds(() => sealed(officialNotice(0)))
    const kinds = [officialNotice, letter, slip, registration, approval]
    for (let at = 1; at <= 3; at++) for (const kind of kinds) await sealed(kind(at))
    const before = process.cpuUsage()
    const notices: number[] = []
    const certificates: number[] = []
    for (let at = 10; at < 10 + rounds; at++) {
      for (const kind of [officialNotice, letter, slip])
        notices.push(await milliseconds(() => sealed(kind(at))))
      for (const kind of [registration, approval])
        certificates.push(await milliseconds(() => sealed(kind(at))))
    }
    const { user, system } = process.cpuUsage(before)
    const previews: number[] = []
    for (let at = 10; at < 10 + rounds; at++)
      previews.push(await milliseconds(() => renderer.svg(officialNotice(at))))
    const plain = await renderer.pdf(officialNotice(1))
    const sealing = { seal: 'acceptance-seal', signedAt: AT, reason: '受理通知书' } as const
    const signing = await milliseconds(async () => {
      // A copy each, as if each were another paper: bytes that were parsed before are remembered.
      for (let at = 0; at < rounds * 4; at++) await sealPdf(seals, plain.slice(), sealing)
    })
    return {
      first,
      notices,
      certificates,
      previews,
      cpu: (user + system) / 1000 / (notices.length + certificates.length),
      signaturesPerSecond: (rounds * 4_000) / signing,
    }
  } finally {
    await renderer.close()
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
