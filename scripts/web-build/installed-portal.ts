import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'
import { type Bundle, closureOf, filesOf, shellOf } from './bundle-files.ts'
import { paintPages } from './painted-pages.ts'
import { keptForWindow } from './window-shell.ts'

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'web', 'portal', 'pwa')
/** Pages that open without a network from the first visit on; the others once they have been seen. */
const AT_HAND = /\/(?:items-page|guide-page|apply-page)\.tsx$/
/** What goes on while the server is out of reach, kept where it runs (web/api/offline/keep-shell.ts). */
const ON_DEVICES = /\/web\/(?:kiosk|screen)\/.*\.tsx$/

const STYLE_LINK = /<link rel="stylesheet" [^>]*href="\/([^"]+)">/g
/** The server puts the nonce of each answer there (server/http/content-policy.ts). */
const NONCE_PLACE = '{{csp-nonce}}'

/** Kinds of page whose files are sent for with the page itself (server/http/first-paint.ts). */
const FILES_AHEAD = { home: null, items: 'items-page', guide: 'guide-page', apply: 'apply-page' }

/** Writes the installed portal's parts beside the page: its worker with the files of the shell, manifest and icons. */
export function installedPortal(): Plugin {
  let outDir = ''
  return {
    name: 'installed-portal',
    configResolved: (config) => {
      outDir = path.resolve(config.root, config.build.outDir)
    },
    apply: 'build',
    // After the builder has dropped the chunks that were nothing but styles.
    enforce: 'post',
    // Styles come in the page: a phone paints with its first answer, and its few lines are free for the scripts.
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        html.replaceAll(STYLE_LINK, (_link, file: string) => styleIn(bundle ?? {}, file)),
    },
    async generateBundle(_options, bundle) {
      const shell = shellOf(bundle, AT_HAND)
      const ofWindow = keptForWindow(outDir)
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
                head: name === null ? '' : linksTo(bundle, `/${name}.tsx`).join(''),
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

/** What loads a page's module with all it needs, beyond what every public page has loaded. */
function linksTo(bundle: Bundle, module: string): readonly string[] {
  const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry)
  const loaded = closureOf(bundle, entry === undefined ? [] : [entry.fileName])
  const files = filesOf(bundle, module).filter((file) => !loaded.has(file))
  return files.map((file) =>
    file.endsWith('.css')
      ? styleIn(bundle, file)
      : `<link rel="modulepreload" fetchpriority="low" href="/${file}">`,
  )
}

/** The disabled link is never fetched: it tells the loader of the chunks that this style is there. */
function styleIn(bundle: Bundle, file: string): string {
  const part = bundle[file]
  if (part?.type !== 'asset') throw new Error(`${file} is no style of this build`)
  return `<style nonce="${NONCE_PLACE}">${String(part.source)}</style><link rel="stylesheet" disabled href="/${file}">`
}
