// Files that reach the program as text: SQL migrations and Typst templates. One definition for the bundler
// (esbuild) and for the test runner (Vite).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const MIGRATIONS = 'yichuang:migrations'
const TEXT_FILE = /\.(sql|typ)$/

function migrationsModule(root) {
  const folder = path.join(root, 'server', 'database', 'migrations')
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.sql'))
    : []
  const files = names
    .toSorted()
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }))
  return `export const shippedMigrations = ${JSON.stringify(files)}`
}

export function textModulesForEsbuild(root) {
  return {
    name: 'text-modules',
    setup(build) {
      build.onResolve({ filter: /^yichuang:migrations$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'yichuang',
      }))
      build.onLoad({ filter: /.*/, namespace: 'yichuang' }, () => ({
        contents: migrationsModule(root),
      }))
      build.onLoad({ filter: TEXT_FILE }, (file) => ({
        contents: readFileSync(file.path, 'utf8'),
        loader: 'text',
      }))
    },
  }
}

export function textModulesForVite(root) {
  return {
    name: 'text-modules',
    enforce: 'pre',
    resolveId: (id) => (id === MIGRATIONS ? `\0${MIGRATIONS}` : undefined),
    load(id) {
      if (id === `\0${MIGRATIONS}`) return migrationsModule(root)
      if (!TEXT_FILE.test(id)) return undefined
      return `export default ${JSON.stringify(readFileSync(id, 'utf8'))}`
    },
  }
}
