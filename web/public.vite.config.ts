import { defineConfig } from 'vite'
import { installedPortal } from '../scripts/web-build/installed-portal.ts'
import { packedFiles } from '../scripts/web-build/packed-files.ts'
import { ON_PREACT } from '../scripts/web-build/on-preact.ts'

/**
 * A line with a long way to the server pays for every file: what the public pages share goes in few. Only what two
 * places need is drawn together; words of other languages stay apart, for who asks for them.
 */
const TOGETHER = [
  {
    name: 'base',
    test: /\/node_modules\/preact\/|vite\/preload-helper|rolldown\/runtime|\/web\/portal\/(?:main|public-app|public-shell|use-answer|painted-page|public-frame|public-operations)\.|\/web\/portal\/(?:items\/(?:item-name|words)|words\/(?:chinese|mixed))\.|\/web\/api\/call\.|\/web\/ui\/(?:dates|empty-note|problem-note|skeleton)\./,
    priority: 2,
  },
  {
    name: 'situations',
    test: /\/domain\/catalogue\/(?:materials-for|follow-situation|situation)\./,
    priority: 2,
  },
  {
    name: 'guide',
    test: /\/web\/portal\/guide\/(?!.*\.(?:en|bo)\.)/,
    priority: 1,
  },
  {
    name: 'applying',
    test: /\/web\/portal\/(?:apply|offline)\/(?!.*\.(?:en|bo)\.)|\/uuidv7\//,
    minShareCount: 2,
    priority: 1,
  },
] as const

// The public pages, for a phone on a thin line: written as React components, run by Preact (decision 19).
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  resolve: { alias: ON_PREACT },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [installedPortal(), packedFiles()],
  build: {
    outDir: '../dist/web',
    // Both builds write here; scripts/build.mjs empties it before them.
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: `${import.meta.dirname}/index.html`,
      // "use client" of packages means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
      output: { codeSplitting: { groups: [...TOGETHER] } },
    },
  },
})
