import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { z } from 'zod'
import type { Instant } from '../../domain/shared/ids.ts'
import { checkOrder } from './check-order.ts'
import { placedFaults } from './placed-fault.ts'
import type { Path, PlacedFault } from './placed-fault.ts'
import { readStep } from './read-step.ts'
import type { FileFault, ReadScenario, Scenario, Step } from './scenario.ts'
import { moment, words } from './scenario-words.ts'

const ScenarioFile = z.strictObject(
  {
    scenario: words,
    now: moment,
    steps: z
      .array(z.unknown(), { error: '缺少 steps，请把步骤写成列表' })
      .min(1, 'steps 是空的，请至少写一个步骤'),
  },
  { error: '文件应当写有 scenario、now 和 steps，请按演练文件的格式改写' },
)

/** Reads one file whole: every fault with its line, or a scenario that can be played. */
export function readScenario(file: string, text: string): ReadScenario {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const yamlFaults = document.errors.map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    message: `YAML 写法有误（${message}），请检查缩进、冒号和括号`,
  }))
  if (yamlFaults.length > 0) return { ok: false, faults: yamlFaults }

  const faults: PlacedFault[] = []
  const scenario = contentOf(file, document, faults)
  if (scenario !== null && faults.length === 0) return { ok: true, scenario }
  return { ok: false, faults: faults.map((fault) => placed(file, fault, document, lines)) }
}

function contentOf(file: string, document: Document, faults: PlacedFault[]): Scenario | null {
  const raw = valueOf(document, faults)
  const parsed = ScenarioFile.safeParse(raw)
  if (!parsed.success && faults.length === 0) faults.push(...placedFaults(parsed.error.issues))
  const rawSteps = parsed.success ? parsed.data.steps : stepsOf(raw)
  const steps = rawSteps.map((step, index) => readStep(step, index, faults))
  const readable = steps.filter((step): step is Step => step !== null)
  const now: Instant | null = parsed.success ? parsed.data.now : null
  if (readable.length === steps.length) faults.push(...checkOrder(now, readable))
  return parsed.success
    ? { file, title: parsed.data.scenario, now: parsed.data.now, steps: readable }
    : null
}

/** Aliases may refer to nothing, or to too much. */
function valueOf(document: Document, faults: PlacedFault[]): unknown {
  try {
    return document.toJS()
  } catch {
    faults.push({ path: [], message: 'YAML 的引用（& 和 *）有误，请改为直接写出内容' })
    return null
  }
}

function stepsOf(raw: unknown): unknown[] {
  const steps: unknown = raw !== null && typeof raw === 'object' ? Reflect.get(raw, 'steps') : []
  return Array.isArray(steps) ? steps : []
}

function placed(
  file: string,
  { path, message }: PlacedFault,
  document: Document,
  lines: LineCounter,
): FileFault {
  return { file, line: lineOf(path, document, lines), message }
}

function lineOf(path: Path, document: Document, lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(path.slice(0, depth), document)
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

/** A key's own place rather than its value's: that is the line a person looks for. */
function offsetOf(path: Path, document: Document): number | undefined {
  const parent: unknown = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true)
  const key = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    if (isNode(pair?.key)) return pair.key.range?.[0]
  }
  const node: unknown = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}
