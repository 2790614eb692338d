import { useEffect, useState } from 'react'
import './resume.css'

/** An address as a QR code; drawn in the browser, and nothing where that fails. */
export function QrPicture(props: { address: string; alt: string; caption: string }) {
  const { address } = props
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    void import('qrcode').then(async ({ default: qrcode }) => {
      const svg = await qrcode.toString(address, { type: 'svg', margin: 0 })
      setPicture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
    })
  }, [address])
  if (picture === null) return null
  return (
    <figure className="apply-qr">
      <img src={picture} alt={props.alt} width="128" height="128" />
      <figcaption className="soft">{props.caption}</figcaption>
    </figure>
  )
}
