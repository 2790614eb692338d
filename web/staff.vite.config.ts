import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packedFiles } from '../scripts/web-build/packed-files.ts'
import { windowShell } from '../scripts/web-build/window-shell.ts'
import { stylesWithinPolicy } from '../scripts/web-build/styles-within-policy.ts'

// The staff places: React with the component library. Built apart from the public pages, which carry neither.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), stylesWithinPolicy(), windowShell(), packedFiles()],
  build: {
    outDir: '../dist/web',
    // Both builds write here; scripts/build.mjs empties it before them.
    emptyOutDir: false,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: `${import.meta.dirname}/staff.html`,
    },
  },
})
