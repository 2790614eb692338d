import { useEffect, useState } from 'react'
import type { GuideView } from '../../../contract/catalogue.ts'
import { Mixed } from '../words/mixed.tsx'
import { standingOf } from './guide-banners.tsx'
import { Pending } from './pending.tsx'
import { printGuide } from './print-guide.ts'
import { useGuideWords } from './words.ts'

export function GuideSide({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const { item, fee } = guide
  const standing = standingOf(item, words)
  const id = encodeURIComponent(item.itemId)
  const days = (number: number) => (number === 0 ? words.onTheSpot : words.workingDays(number))
  return (
    <aside className="card side" aria-label={words.title}>
      <dl className="facts">
        <div>
          <dt>{words.promised}</dt>
          <dd>
            {days(guide.committedDays)} <Pending guide={guide} part="committedDays" />
          </dd>
        </div>
        <div>
          <dt>{words.legal}</dt>
          <dd>{days(guide.statutoryDays)}</dd>
        </div>
        <div>
          <dt>{words.fee}</dt>
          <dd>
            {fee ? words.yuan(String(fee.amount)) : words.feeShort}{' '}
            <Pending guide={guide} part="fee" />
          </dd>
        </div>
        <div>
          <dt>{words.visits}</dt>
          <dd>{words.visitsOf(guide.visits)}</dd>
        </div>
      </dl>
      {standing ? (
        <p className="where">
          <b>{words.applyNot}</b> <Mixed>{standing.says}</Mixed>
        </p>
      ) : (
        <>
          <a className="btn main no-print" href={`/apply/${id}`}>
            {words.apply}
          </a>
          <p className="where">{words.where}</p>
        </>
      )}
      <a className="btn no-print" href={`/book?item=${id}`}>
        {words.book}
      </a>
      <a className="btn no-print" href={`/enquiry?item=${id}&kind=consultation`}>
        {words.ask}
      </a>
      <button type="button" className="btn quiet no-print" onClick={printGuide}>
        {words.print}
      </button>
      <a className="btn quiet no-print" href={`/api/items/${id}/guide.pdf`}>
        {words.pdf}
      </a>
      <a className="no-print" href={`/changes?item=${id}`}>
        {words.seeChanges}
      </a>
      <PageCode />
    </aside>
  )
}

const DRAWN_AFTER_MS = 2_000

/** A QR code of this very page, for the phone or the printed guide. */
function PageCode() {
  const words = useGuideWords()
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    const address = window.location.origin + window.location.pathname
    const draw = async () => {
      const { default: qrcode } = await import('qrcode')
      const svg = await qrcode.toString(address, { type: 'svg', margin: 0 })
      setPicture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
    }
    // The guide is read first.
    const later = setTimeout(() => void draw(), DRAWN_AFTER_MS)
    return () => clearTimeout(later)
  }, [])
  return (
    <figure className="qr">
      {picture !== null && <img src={picture} alt={words.qr} width="112" height="112" />}
      <figcaption>{words.qrSays}</figcaption>
    </figure>
  )
}
