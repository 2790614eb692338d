import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'
import { type Bundle, paintPages } from './painted-pages.ts'

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'web', 'portal', 'pwa')
/** Pages that open without a network from the first visit on; the others once they have been seen. */
const AT_HAND = /(?:^|\/)(?:public-app|items-page|guide-page|apply-page)\.tsx$/
/** What goes on while the server is out of reach, kept where it runs (web/api/offline/keep-shell.ts). */
const AT_THE_WINDOW = /(?:^|\/)(?:staff-app|window-page)\.tsx$/
const ON_DEVICES = /\/web\/(?:kiosk|screen)\/.*\.tsx$/

/** Kinds of page whose files are sent for with the page itself (server/http/first-paint.ts). */
const FILES_AHEAD = { home: null, items: 'items-page', guide: 'guide-page', apply: 'apply-page' }

/** Writes the installed portal's parts beside the page: its worker with the files of the shell, manifest and icons. */
export function installedPortal(): Plugin {
  return {
    name: 'installed-portal',
    apply: 'build',
    // After the builder has dropped the chunks that were nothing but styles.
    enforce: 'post',
    // The public pages' own files come with the page, not one after the other.
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        html.replace(
          '</head>',
          `  <!--public-->${linksTo(bundle ?? {}, '/public-app.tsx', '/main.ts').join('')}<!--/public-->\n  </head>`,
        ),
    },
    async generateBundle(_options, bundle) {
      const shell = shellOf(bundle, AT_HAND)
      const ofWindow = shellOf(bundle, AT_THE_WINDOW)
      const ofDevices = shellOf(bundle, ON_DEVICES)
      const build = createHash('sha256')
        .update([...shell, ...ofWindow, ...ofDevices].join())
        .digest('hex')
        .slice(0, 12)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: await workerCode(build, {
          YICHUANG_SHELL: shell,
          YICHUANG_WINDOW: ofWindow,
          YICHUANG_DEVICES: ofDevices,
        }),
      })
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.webmanifest',
        source: readFileSync(path.join(FOLDER, 'manifest.json')),
      })
      const painted = await paintPages()
      this.emitFile({
        type: 'asset',
        fileName: 'first-paint.json',
        source: JSON.stringify(
          Object.fromEntries(
            Object.entries(FILES_AHEAD).map(([kind, name]) => [
              kind,
              {
                head:
                  name === null ? '' : linksTo(bundle, `/${name}.tsx`, '/public-app.tsx').join(''),
                root: painted[kind] ?? '',
              },
            ]),
          ),
        ),
      })
      for (const icon of readdirSync(path.join(FOLDER, 'icons')))
        this.emitFile({
          type: 'asset',
          fileName: `icons/${icon}`,
          source: readFileSync(path.join(FOLDER, 'icons', icon)),
        })
    },
  }
}

/** Two small files and no import: what decides on keeping is tested apart, and read here as it stands. */
async function workerCode(
  build: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8')
  const parts = await Promise.all(
    ['may-be-kept.ts', 'service-worker.ts'].map(
      async (name) => (await transformWithOxc(read(name), name)).code,
    ),
  )
  const code = parts
    .join('\n')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export (function|const|\{.*)/gm, (_, what: string) =>
      what.startsWith('{') ? '' : what,
    )
    .replaceAll('YICHUANG_BUILD', JSON.stringify(build))
  return Object.entries(lists).reduce(
    (text, [name, files]) => text.replaceAll(name, JSON.stringify(files)),
    code,
  )
}

function filesOf(bundle: Bundle, module: string): readonly string[] {
  const found = Object.values(bundle).find(
    (part) => part.type === 'chunk' && part.facadeModuleId?.endsWith(module),
  )
  return found === undefined ? [] : [...closureOf(bundle, [found.fileName])]
}

/** Links that load a module with all it needs, beyond what `known` has loaded: at once, but after the styles of the painted page. */
function linksTo(bundle: Bundle, module: string, known?: string): readonly string[] {
  const loaded = new Set(known === undefined ? [] : filesOf(bundle, known))
  const files = filesOf(bundle, module).filter((file) => !loaded.has(file))
  return files.map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" href="/${file}">`
      : `<link rel="modulepreload" fetchpriority="low" href="/${file}">`,
  )
}

function shellOf(bundle: Bundle, pages: RegExp): readonly string[] {
  const roots = Object.values(bundle).filter(
    (part) => part.type === 'chunk' && (part.isEntry || pages.test(part.facadeModuleId ?? '')),
  )
  const files = closureOf(
    bundle,
    roots.map(({ fileName }) => fileName),
  )
  return [...files].toSorted().map((file) => `/${file}`)
}

/** Chunks with all that they import at once, and their styles. */
function closureOf(bundle: Bundle, roots: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (file: string) => {
    const part = bundle[file]
    if (part === undefined || files.has(file)) return
    files.add(file)
    if (part.type !== 'chunk') return
    for (const style of part.viteMetadata?.importedCss ?? []) files.add(style)
    for (const other of part.imports) add(other)
  }
  for (const root of roots) add(root)
  return files
}
