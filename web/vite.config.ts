import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One HTML page: main.ts loads either the light public pages or the staff places, so that no
// public bundle ever carries the staff's component library.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env['YICHUANG_ORIGIN'] ?? 'http://127.0.0.1:8765' } },
})
