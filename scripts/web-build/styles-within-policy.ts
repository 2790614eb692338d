import type { Plugin } from 'vite'

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
 * The component library gives most of its styles the nonce, a few not (the scroll lock of a dialog, the measuring of a
 * scrollbar), and writes all of them as markup. Built here, all carry the page's nonce and none is markup, so that the
 * page's policy needs no exception. Fails when the library is written in another way.
 */
export function stylesWithinPolicy(): Plugin {
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
