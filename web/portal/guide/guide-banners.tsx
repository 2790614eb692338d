import type { ReactNode } from 'react'
import type { GuideView } from '../../../contract/catalogue.ts'
import { longDate } from '../../ui/dates.ts'
import { useItemsWords } from '../items/words.ts'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { Mixed } from '../words/mixed.tsx'
import { type GuideWords, useGuideWords } from './words.ts'

/** What has to be known before anything else: its state, what is scheduled, what nobody has confirmed yet. */
export function GuideBanners({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const { crossMeaning } = useItemsWords()
  const language = useLanguage()
  const chinese = useChinese()
  const { item } = guide
  const standing = standingOf(item, words)
  const where = item.status === 'devolved' ? (item.handledBy ?? words.devolvedWhere) : words.counter
  return (
    <>
      {words.original !== '' && <Banner>{words.original}</Banner>}
      {standing && (
        <Banner title={standing.title}>
          <Mixed>{standing.says}</Mixed>
        </Banner>
      )}
      {item.scheduled && (
        <Banner title={words.scheduledTitle}>
          {words.scheduled(longDate(item.scheduled.effectiveOn, language))}
          <span {...chinese}>{item.scheduled.sentence}</span>{' '}
          <a href={`/changes?item=${encodeURIComponent(item.itemId)}`}>{words.seeChanges}</a>
        </Banner>
      )}
      {guide.confirmation === 'baseline' && (
        <Banner title={words.baselineTitle}>
          <Mixed>{words.baseline(item.departmentName, where)}</Mixed>
        </Banner>
      )}
      {guide.confirmation === 'drafted' && (
        <Banner title={words.draftedTitle}>
          <Mixed>{words.drafted(item.departmentName)}</Mixed>
        </Banner>
      )}
      {guide.sealModeUnconfirmed && <Banner title={words.sealTitle}>{crossMeaning}</Banner>}
    </>
  )
}

/** Why it is not offered as ever; null: it is. */
export function standingOf(
  { status, handledBy }: GuideView['item'],
  words: GuideWords,
): { readonly title: string; readonly says: string } | null {
  switch (status) {
    case 'active':
      return null
    case 'draft':
      return { title: words.draftTitle, says: words.draft }
    case 'suspended':
      return { title: words.suspendedTitle, says: words.suspended }
    case 'devolved':
      return { title: words.devolvedTitle, says: words.devolved(handledBy ?? words.devolvedWhere) }
    case 'cancelled':
      return { title: words.cancelledTitle, says: words.cancelled }
    case 'merged':
      return { title: words.mergedTitle, says: words.merged(handledBy ?? words.mergedWhere) }
    case 'converted-to-filing':
      return {
        title: words.convertedTitle,
        says: words.converted(handledBy ?? words.convertedWhere),
      }
  }
}

function Banner({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="banner" role="note">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path
          d="M11 2.500L20.500 19H1.500Z"
          fill="none"
          stroke="#B86E00"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        <path d="M11 8.500v5M11 15.600v1" stroke="#B86E00" strokeWidth="2" />
      </svg>
      <p>
        {title && <b>{title} </b>}
        {children}
      </p>
    </div>
  )
}
