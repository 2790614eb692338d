import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startProduct, type Product } from './product.ts'
import type { RunSection } from './report.ts'
import type { BenchContext, Section } from './section.ts'

export type Stage = Pick<BenchContext, 'quick' | 'region' | 'say'>

/** One after the other; a section that falls over is told of and spoils no other. `tell` hears of each when it is done. */
export async function runSections(
  sections: readonly Section[],
  stage: Stage,
  tell: (done: readonly RunSection[]) => void,
): Promise<readonly RunSection[]> {
  const done: RunSection[] = []
  for (const section of sections) {
    stage.say(`\n— ${section.name}: ${section.title}`)
    const started = performance.now()
    const outcome = await runSection(section, stage)
    const seconds = (performance.now() - started) / 1000
    if ('failed' in outcome) stage.say(`${section.name} did not finish: ${outcome.failed}`)
    done.push({ name: section.name, title: section.title, seconds, outcome })
    tell(done)
  }
  return done
}

async function runSection(section: Section, stage: Stage): Promise<RunSection['outcome']> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), `yichuang-bench-${section.name}-`))
  // A database's account may have to pass through.
  chmodSync(scratch, 0o755)
  const started: Product[] = []
  try {
    return await section.run({
      ...stage,
      scratch,
      startProduct: async (options) => {
        const product = await startProduct(options)
        started.push(product)
        return product
      },
    })
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  } finally {
    await Promise.all(started.map((product) => product.stop()))
    rmSync(scratch, { recursive: true, force: true })
  }
}
