import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ON_PREACT } from './scripts/web-build/on-preact.ts'
import { textModulesForVite } from './scripts/text-modules.mjs'
import { LongestFirst } from './tests/support/longest-first.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const elsewhere = ['**/node_modules/**', 'dist/**', 'data/**']

export default defineConfig({
  plugins: [textModulesForVite(root)],
  test: {
    // Two processes suit the smallest machine that the tests are meant for.
    maxWorkers: 2,
    pool: 'forks',
    // Files of one process share what they import: a third of the time. No test may lean on what a module remembers.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // As the public pages are built: their looks are tested on what they run on.
        resolve: { alias: ON_PREACT },
        test: {
          name: 'pure',
          include: [
            '{domain,contract,server,devices,web,catalogue,documents,scripts,bench}/**/*.test.{ts,tsx}',
          ],
          exclude: [...elsewhere, '**/*.db.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{server,tests,catalogue,bench}/**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          exclude: elsewhere,
          globalSetup: [
            'tests/support/database-server.ts',
            'tests/e2e/support/build-product.ts',
            'tests/e2e/support/make-demonstration.ts',
          ],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
