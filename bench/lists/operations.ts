import type { WorklistName } from '../../contract/applications.ts'
import type { ApplicationContext } from '../../server/application/application-context.ts'
import type { NameFrequency } from '../../server/application/name-frequency.ts'
import { searchApplications } from '../../server/application/search-applications.ts'
import { countLists, listsOf, readWorklist } from '../../server/application/worklists.ts'
import type { Readers } from './people.ts'
import type { Terms } from './sample-terms.ts'

export type Group = 'worklist' | 'term in a worklist' | 'counts' | 'search' | 'application page'

/** What one person asks again and again, each time with another term or application. */
export type Operation = {
  readonly name: string
  readonly group: Group
  readonly cookie: string
  /** Without the page's length; several, asked in turn. */
  readonly paths: readonly string[]
  /** True where a page has a length. */
  readonly isPaged: boolean
  /** The same statements in this process, to see their plans. */
  readonly again:
    | ((context: ApplicationContext, frequency: NameFrequency) => Promise<unknown>)
    | null
}

export const AS_CLERK = 'search: two characters of a name'
export const AS_SUPERVISOR = 'search: two characters of a name, as a supervisor'

export type Pages = { readonly ordinary: readonly string[]; readonly crowded: string }

export function operationsOf(
  regionCode: number,
  readers: Readers,
  terms: Terms,
  pages: Pages,
): Operation[] {
  const people = Object.entries(readers)
  const [term = ''] = terms['two characters of a name'] ?? []
  return [
    ...people.flatMap(([post, reader]) =>
      listsOf(reader.actor.role).flatMap((list) => [
        listOperation(post, { regionCode, ...reader }, list, ''),
        listOperation(post, { regionCode, ...reader }, list, term),
      ]),
    ),
    ...people.map(([post, { cookie, actor }]) => ({
      name: `counts of a ${post}`,
      group: 'counts' as const,
      cookie,
      paths: ['/api/worklists'],
      isPaged: false,
      again: async (context: ApplicationContext) =>
        await countLists(context, { regionCode, actor }, listsOf(actor.role)),
    })),
    ...Object.entries(terms)
      .filter(([, some]) => some.length > 0)
      .map(([kind, some]) => searchOperation(regionCode, readers, kind, some)),
    // The same question of the same words, by a post that sees more: an ordinary clerk must not wait longer.
    {
      ...searchOperation(
        regionCode,
        readers,
        'two characters of a name',
        terms['two characters of a name'] ?? [],
      ),
      name: AS_SUPERVISOR,
      cookie: readers.supervisor.cookie,
      again: null,
    },
    pageOperation('application page', readers.clerk.cookie, pages.ordinary),
    pageOperation('application page, 400 materials', readers.clerk.cookie, [pages.crowded]),
  ]
}

type ListAsker = Readers['clerk'] & { readonly regionCode: number }

function listOperation(
  post: string,
  { regionCode, cookie, actor }: ListAsker,
  list: WorklistName,
  q: string,
): Operation {
  return {
    name: `${post}: ${list}${q === '' ? '' : ' with a term'}`,
    group: q === '' ? 'worklist' : 'term in a worklist',
    cookie,
    paths: [`/api/worklists/${list}?${q === '' ? '' : `q=${encodeURIComponent(q)}&`}`],
    isPaged: true,
    again: async (context, frequency) =>
      await readWorklist(context, frequency, { regionCode, actor }, list, q === '' ? {} : { q }),
  }
}

function searchOperation(
  regionCode: number,
  { clerk: { cookie, actor } }: Readers,
  kind: string,
  terms: readonly string[],
): Operation {
  return {
    name: `search: ${kind}`,
    group: 'search',
    cookie,
    paths: terms.map((q) => `/api/applications?q=${encodeURIComponent(q)}&`),
    isPaged: true,
    again: async (context, frequency) => {
      for (const q of terms.slice(0, 2))
        await searchApplications(context, frequency, { regionCode, actor }, { q })
    },
  }
}

function pageOperation(name: string, cookie: string, ids: readonly string[]): Operation {
  const paths = ids.map((id) => `/api/applications/${id}`)
  return { name, group: 'application page', cookie, paths, isPaged: false, again: null }
}
