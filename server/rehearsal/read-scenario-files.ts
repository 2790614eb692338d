import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readScenario } from './read-scenario.ts'
import type { FileFault, Scenario } from './scenario.ts'

const SCENARIO_FILE = /\.ya?ml$/i

export type ReadFiles = {
  readonly scenarios: readonly Scenario[]
  readonly faults: readonly FileFault[]
}

/** Reads every file named, and every .yaml or .yml below every folder named, in the order of their names. */
export function readScenarioFiles(named: readonly string[]): ReadFiles {
  const scenarios: Scenario[] = []
  const faults: FileFault[] = []
  for (const file of new Set(named.flatMap((name) => filesUnder(name, faults)))) {
    const text = textOf(file, faults)
    if (text === null) continue
    const read = readScenario(file, text)
    if (read.ok) scenarios.push(read.scenario)
    else faults.push(...read.faults)
  }
  return { scenarios, faults }
}

function filesUnder(name: string, faults: FileFault[]): string[] {
  const stat = statSync(name, { throwIfNoEntry: false })
  if (stat === undefined) {
    faults.push({ file: name, line: 0, message: '没有这个文件或者文件夹，请核对路径' })
    return []
  }
  if (!stat.isDirectory()) return [name]
  const files = readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter((file) => SCENARIO_FILE.test(file))
    .toSorted()
    .map((file) => path.join(name, file))
  if (files.length === 0)
    faults.push({ file: name, line: 0, message: '文件夹里没有 .yaml 或者 .yml 文件，请核对路径' })
  return files
}

function textOf(file: string, faults: FileFault[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    faults.push({ file, line: 0, message: '文件读不出来，请确认它是 UTF-8 文本并且有权读取' })
    return null
  }
}
