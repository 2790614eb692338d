import { useEffect, useState } from 'react'
import { printPdf } from '../printing/print-pdf.ts'
import { wayOf } from './way-of.ts'

/** Keeps every link of every page inside the kiosk. Answers the address that only a phone can open, and how to put it away. */
export function useWays() {
  const [forPhone, setForPhone] = useState<string | null>(null)
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return
      const link = event.target.closest('a[href]')
      if (link === null) return
      const way = wayOf(link.getAttribute('href') ?? '', window.location.href)
      if (way === null) return
      event.preventDefault()
      if (way.to === 'kiosk') window.location.assign(way.address)
      else if (way.to === 'paper') void printPdf(way.address).catch(() => undefined)
      else setForPhone(way.address)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [])
  return { forPhone, close: () => setForPhone(null) }
}
