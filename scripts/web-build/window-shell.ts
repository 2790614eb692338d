import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { shellOf } from './bundle-files.ts'

/** Written by the staff's build, read by the public one, whose worker keeps these files at a window. */
const LIST = 'window-shell.json'
const AT_THE_WINDOW = /\/(?:staff-app|window-page)\.tsx$/

/** Lists the files that the comprehensive window needs while the server is out of reach. */
export function windowShell(): Plugin {
  return {
    name: 'window-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      this.emitFile({
        type: 'asset',
        fileName: LIST,
        source: JSON.stringify(shellOf(bundle, AT_THE_WINDOW)),
      })
    },
  }
}

export function keptForWindow(outDir: string): readonly string[] {
  return JSON.parse(readFileSync(path.join(outDir, LIST), 'utf8')) as readonly string[]
}
