import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `documents/` and `node_modules/`, from a source file or from a bundle. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'documents', 'notice.typ'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('documents/notice.typ is not beside the program')
    folder = parent
  }
  return folder
}
