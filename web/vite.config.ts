import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { packedFiles } from '../scripts/web-build/packed-files.ts'
import { installedPortal } from '../scripts/web-build/installed-portal.ts'

/** What the component library writes, and what is built instead. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/if \(csp\?\.nonce\) \{/g, 'const nonce = csp?.nonce ?? PAGE_NONCE;\n  if (nonce) {'],
  [/styleNode\.nonce = csp\??\.nonce;/g, 'styleNode.nonce = nonce;'],
  [/styleNode\.innerHTML = css;/g, 'styleNode.textContent = css;'],
  [/existNode\.innerHTML !== css/g, 'existNode.textContent !== css'],
  [/existNode\.innerHTML = css;/g, 'existNode.textContent = css;'],
]
const STYLE_WRITERS =
  /(?:@rc-component\/util\/es\/Dom\/dynamicCSS|@ant-design\/icons\/es\/cssUtils)\.js$/
const PAGE_NONCE = `document.querySelector('meta[property="csp-nonce"]')?.nonce`

/**
 * A line with a long way to the server pays for every file: what the public pages share goes in few. Only what two
 * places need is drawn together; words of other languages stay apart, for who asks for them.
 */
const TOGETHER = [
  // Alone, so that the page's first script does not wait for all that it leads to.
  { name: 'preload', test: /vite\/preload-helper/, priority: 3 },
  {
    name: 'base',
    test: /\/node_modules\/(?:react|react-dom|scheduler)\/|\/web\/portal\/(?:public-shell|use-answer|painted-page|public-frame|public-operations)\.|\/web\/portal\/(?:items\/item-name|words\/(?:chinese|mixed))\.|\/web\/api\/call\.|\/web\/ui\/(?:dates|empty-note|problem-note|skeleton)\./,
    priority: 2,
  },
  {
    name: 'situations',
    test: /\/domain\/catalogue\/(?:materials-for|follow-situation|situation)\./,
    priority: 2,
  },
  {
    name: 'applying',
    test: /\/web\/portal\/(?:apply|offline)\/(?!.*\.(?:en|bo)\.)|\/uuidv7\//,
    minShareCount: 2,
    priority: 1,
  },
] as const

/**
 * The component library gives most of its styles the nonce, a few not (the scroll lock of a dialog, the measuring of a
 * scrollbar), and writes all of them as markup. Built here, all carry the page's nonce and none is markup, so that the
 * page's policy needs no exception. Fails when the library is written in another way.
 */
function stylesWithinPolicy(): Plugin {
  const met = new Set<string>()
  return {
    name: 'styles-within-policy',
    transform(code, id) {
      const writer = STYLE_WRITERS.exec(id)?.[0]
      if (writer === undefined) return undefined
      met.add(writer)
      let built = code
      for (const [written, instead] of REWRITTEN) {
        if (built.search(written) === -1) this.error(`${id} no longer says ${written.source}`)
        built = built.replaceAll(written, instead.replace('PAGE_NONCE', PAGE_NONCE))
      }
      return built
    },
    buildEnd(error) {
      if (!error && met.size !== 2) this.error('the component library writes its styles elsewhere')
    },
  }
}

// One HTML page: main.ts loads either the light public pages or the staff places, so that no
// public bundle ever carries the staff's component library.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), stylesWithinPolicy(), installedPortal(), packedFiles()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [...TOGETHER] } } },
  },
  server: { proxy: { '/api': process.env['YICHUANG_ORIGIN'] ?? 'http://127.0.0.1:8765' } },
})
