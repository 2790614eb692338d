import type { IdReading } from '../../contract/device-kinds.ts'
import type { DriverTools } from '../device-driver.ts'

/** What vendors' services call differently and all deliver. Days as `20110330`, the end also 长期. */
export type CardFields = {
  readonly name: string
  readonly nation: string
  readonly born: string
  readonly address: string
  readonly number: string
  readonly issuer: string
  readonly from: string
  readonly until: string
  readonly photo: string
}

/** The sex stands in the number (GB 11643): services write it in five ways. */
export function readingOf(card: CardFields, tools: DriverTools): IdReading {
  const idNumber = card.number.trim().toUpperCase()
  const bornOn = dayOf(card.born)
  const validFrom = dayOf(card.from)
  const lasting = /长期/.test(card.until)
  const validUntil = lasting ? null : dayOf(card.until)
  if (idNumber.length !== 18 || bornOn === undefined || validFrom === undefined || validUntil === undefined)
    throw tools.fault('device-garbage')
  return {
    name: card.name.trim(),
    sex: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female',
    nation: card.nation.trim(),
    bornOn,
    address: card.address.trim(),
    idNumber,
    issuer: card.issuer.trim(),
    validFrom,
    validUntil,
    photo: photoOf(card.photo),
    // These services sign nothing: the record says that what they read counts as typed.
    proof: null,
  }
}

function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})\D?(\d{2})\D?(\d{2})/.exec(text.trim()) ?? []
  return day === undefined ? undefined : `${year}-${month}-${day}`
}

function photoOf(text: string): IdReading['photo'] {
  const data = text.replace(/^data:[^,]*,/, '').replaceAll(/\s/g, '')
  if (data.startsWith('iVBOR')) return { mediaType: 'image/png', data }
  return data.startsWith('/9j/') ? { mediaType: 'image/jpeg', data } : null
}
