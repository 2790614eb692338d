import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { GuideView } from '../../../contract/catalogue.ts'
import type { ServiceGuide } from '../../../domain/catalogue/service-guide.ts'
import {
  CHANGED_GUIDES,
  CHANGED_MATERIALS,
  textsOf,
  WHOLE_GUIDE,
} from '../../../domain/catalogue/testing/guide-changes.ts'
import { GuideArticle } from './guide-article.tsx'
import { GuideBanners } from './guide-banners.tsx'
import { GuideHeading } from './guide-heading.tsx'
import { GuideSide } from './guide-side.tsx'

function viewOf({ itemId, partnerIds, ...record }: ServiceGuide): GuideView {
  return {
    ...(structuredClone(record) as unknown as GuideView),
    item: {
      itemId,
      annexNumber: 60,
      name: '示例经营许可证核发',
      pinyinInitials: 'sljyxkzhf',
      departmentId: 'market-regulation',
      departmentName: '州市场监管局',
      status: 'active',
      levelMark: null,
      remark: null,
      handledBy: null,
      statutoryDays: record.statutoryDays,
      committedDays: record.committedDays,
      confirmation: record.confirmation,
      guideVersion: record.version,
      sealRoute: 'bureau',
      synonyms: [],
      audience: [],
      topics: [],
      lifeEvents: [],
      nameEn: '',
    } as unknown as GuideView['item'],
    sichuanCodes: [],
    partnerNames: partnerIds.map((id) => `联办 ${id}`),
    sealModeUnconfirmed: false,
  }
}

function kiosk(guide: ServiceGuide): string {
  const view = viewOf(guide)
  return renderToStaticMarkup(
    <>
      <GuideHeading guide={view} />
      <GuideBanners guide={view} />
      <GuideArticle guide={view} />
    </>,
  )
}

function page(guide: ServiceGuide): string {
  const view = viewOf(guide)
  return renderToStaticMarkup(
    <>
      <GuideHeading guide={view} />
      <GuideBanners guide={view} />
      <GuideArticle guide={view} />
      <GuideSide guide={view} />
    </>,
  )
}

const changes = [...CHANGED_GUIDES, ...CHANGED_MATERIALS]

describe.each([
  ['the portal’s page', page],
  ['the kiosk’s page', kiosk],
])('%s', (_, shown) => {
  it.each(changes)('shows %s', (_part, before, after) => {
    expect(shown(after)).not.toBe(shown(before))
  })

  it('says every text of the record letter for letter, of the questions the first', () => {
    const html = shown(WHOLE_GUIDE)
    const record = { ...WHOLE_GUIDE, questions: WHOLE_GUIDE.questions.slice(0, 1) }
    expect(textsOf(record).filter((text) => !html.includes(text))).toEqual([])
  })
})
