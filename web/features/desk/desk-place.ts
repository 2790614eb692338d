import { useSearchParams } from 'react-router'
import { WORKLISTS, type WorklistName } from '../../../contract/applications.ts'

/** Where the person is in the desk, kept in the address: a reload and the back button find it again. */
export type DeskPlace = {
  readonly list: WorklistName
  readonly q: string
  readonly openId: string | null
  readonly go: (to: { list?: WorklistName; q?: string; openId?: string | null }) => void
}

export function useDeskPlace(lists: readonly WorklistName[]): DeskPlace {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('list')
  const list = lists.find((name) => name === asked) ?? lists[0] ?? 'to-review'
  const q = search.get('q') ?? ''
  const openId = search.get('open')
  return {
    list,
    q,
    openId,
    go: (to) => {
      const next = { list, q, openId, ...to }
      setSearch({
        list: next.list,
        ...(next.q === '' ? {} : { q: next.q }),
        ...(next.openId === null ? {} : { open: next.openId }),
      })
    },
  }
}

export const EMPTY_WORDS: Readonly<Partial<Record<WorklistName, string>>> = {
  'to-review': '没有等待审核的办件。窗口受理后会自动出现在这里。',
  'to-decide': '没有等待决定的办件。审核意见到齐后会自动出现在这里。',
  warning: '没有临近期限的办件。',
  overdue: '没有超期的办件。',
  returned: '没有被退回的准予许可函。',
  'commitment-broken': '没有核查不实、等待处理的承诺。',
  'to-check': '没有等待核查的承诺。告知承诺的办件受理后会自动出现在这里。',
}

export function tabName(list: WorklistName): string {
  return WORKLISTS[list]
}
