import type { ReactNode } from 'react'
import type { GuideView } from '../../contract/catalogue.ts'
import { CROSS_MARK_MEANING, devolvedTo } from './item-words.ts'

/** What has to be known before anything else: not yet confirmed, devolved, suspended. */
export function GuideBanners({ guide }: { guide: GuideView }) {
  const { item } = guide
  return (
    <>
      {item.status === 'devolved' && (
        <Banner title="已下放。">本事项不在州级受理，请到{devolvedTo(item)}办理。</Banner>
      )}
      {item.status === 'suspended' && (
        <Banner title="暂停。">
          本事项暂停办理，网上和自助终端不能申请；您在综合窗口坚持申请的，窗口照收，部门在受理期限内书面答复。
        </Banner>
      )}
      {guide.confirmation === 'baseline' && (
        <Banner title="基准指南，待部门确认。">
          内容按行政许可法的一般规定编写；{item.departmentName}确认以前，以
          {item.status === 'devolved' ? devolvedTo(item) : '综合窗口'}的书面告知为准。
        </Banner>
      )}
      {guide.sealModeUnconfirmed && <Banner title="用印方式待确认。">{CROSS_MARK_MEANING}</Banner>}
    </>
  )
}

function Banner({ title, children }: { title: string; children: ReactNode }) {
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
        <b>{title}</b>
        {children}
      </p>
    </div>
  )
}
