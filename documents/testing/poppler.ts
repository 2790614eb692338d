import { spawnSync } from 'node:child_process'

/** Whether a tool of poppler-utils or of NSS is on this machine; its tests are skipped where not. */
export function isInstalled(tool: 'pdftotext' | 'pdfsig' | 'certutil'): boolean {
  return spawnSync(tool, ['-v']).error === undefined
}

export function outputOf(tool: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  return `${stdout}${stderr}`
}
