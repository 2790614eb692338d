import { useEffect, useState } from 'react'
import type { GuideView } from '../../contract/catalogue.ts'
import { devolvedTo } from './item-words.ts'

export function GuideSide({ guide }: { guide: GuideView }) {
  const { item, fee } = guide
  return (
    <aside className="card side">
      <dl className="facts">
        <div>
          <dt>承诺</dt>
          <dd>{item.committedDays} 个工作日</dd>
        </div>
        <div>
          <dt>法定</dt>
          <dd>{item.statutoryDays} 个工作日</dd>
        </div>
        <div>
          <dt>收费</dt>
          <dd>{fee ? `${fee.amount} 元` : '不收费'}</dd>
        </div>
      </dl>
      <p className="where">{whereOf(item)}</p>
      <button type="button" className="btn main no-print" onClick={() => window.print()}>
        打印指南
      </button>
      <PageCode />
    </aside>
  )
}

function whereOf(item: GuideView['item']): string {
  if (item.status === 'devolved') return `已下放：请到${devolvedTo(item)}办理。`
  if (item.status === 'suspended') return '暂停办理。需要了解的，请到综合窗口咨询。'
  return '请带齐材料到政务服务中心综合窗口办理，任一窗口都受理。'
}

/** A QR code of this very page, for the phone or the printed guide. */
function PageCode() {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    const address = window.location.origin + window.location.pathname
    void import('qrcode').then(async ({ default: qrcode }) => {
      const svg = await qrcode.toString(address, { type: 'svg', margin: 0 })
      setPicture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
    })
  }, [])
  if (picture === null) return null
  return (
    <figure className="qr">
      <img src={picture} alt="本页二维码" width="112" height="112" />
      <figcaption>扫码在手机上打开</figcaption>
    </figure>
  )
}
