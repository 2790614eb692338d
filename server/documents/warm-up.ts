import { sealInscriptionOf } from '../../domain/sealing/seal-inscription.ts'
import type { SealName } from '../../domain/notice/notice.ts'
import type { DocumentsContext } from './documents-context.ts'

const AT_THE_WINDOW: SealName = 'acceptance-seal'

/** Fonts unpacked, a typesetter up, the window's and the Bureau's keys made: the first clerk need not wait. */
export async function warmUp({
  renderer,
  seals,
}: Pick<DocumentsContext, 'renderer' | 'seals'>): Promise<void> {
  await Promise.all([
    renderer.seal(sealInscriptionOf(AT_THE_WINDOW, '')),
    seals.certificateOf(AT_THE_WINDOW),
    seals.certificateOf('approval-seal'),
  ])
}
