import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** By file of the component library: what it writes, and what is built instead. */
const REWRITTEN: readonly (readonly [RegExp, readonly (readonly [string, string])[]])[] = [
  [
    /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/,
    [
      ['if (csp?.nonce) {', 'const nonce = csp?.nonce ?? PAGE_NONCE;\n  if (nonce) {'],
      ['styleNode.nonce = csp?.nonce;', 'styleNode.nonce = nonce;'],
      ['styleNode.innerHTML = css;', 'styleNode.textContent = css;'],
      ['existNode.innerHTML !== css', 'existNode.textContent !== css'],
      ['existNode.innerHTML = css;', 'existNode.textContent = css;'],
    ],
  ],
]
const PAGE_NONCE = `document.querySelector('meta[property="csp-nonce"]')?.nonce`

/**
 * The component library gives most of its styles the nonce, a few not (the scroll lock of a dialog, the measuring of a
 * scrollbar), and writes all of them as markup. Built here, all carry the page's nonce and none is markup, so that the
 * page's policy needs no exception. Fails when the library is written in another way.
 */
function stylesWithinPolicy(): Plugin {
  return {
    name: 'styles-within-policy',
    transform(code, id) {
      const rules = REWRITTEN.find(([file]) => file.test(id))?.[1]
      if (rules === undefined) return undefined
      let built = code
      for (const [written, instead] of rules) {
        if (!built.includes(written)) this.error(`${id} no longer says ${written}`)
        built = built.replaceAll(written, instead.replace('PAGE_NONCE', PAGE_NONCE))
      }
      return built
    },
  }
}

// One HTML page: main.ts loads either the light public pages or the staff places, so that no
// public bundle ever carries the staff's component library.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), stylesWithinPolicy()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env['YICHUANG_ORIGIN'] ?? 'http://127.0.0.1:8765' } },
})
