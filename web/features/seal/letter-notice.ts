import type { ApplicationView } from '../../../contract/application-view.ts'

type Notice = ApplicationView['notices'][number]

/** The letter that stands: the last one, where an earlier one was returned. */
export function letterNoticeOf(notices: readonly Notice[]): Notice | undefined {
  return notices
    .filter(({ kind }) => kind === 'sealing-letter')
    .toSorted((a, b) => a.dated.localeCompare(b.dated) || a.noticeId.localeCompare(b.noticeId))
    .at(-1)
}
