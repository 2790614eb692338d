import type { Applicant, IdentityType } from '../application/applicant.ts'
import { isMobile } from './phone.ts'

const TWO_CHARACTER_SURNAMES = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '长孙',
  '宇文',
  '东方',
  '南宫',
  '令狐',
  '端木',
])

/** 张*, 张**, 欧阳**: the surname and a star for each character after it, three at most. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim())
  const compound =
    characters.length > 2 && TWO_CHARACTER_SURNAMES.has(characters.slice(0, 2).join(''))
  const shown = compound ? 2 : 1
  const hidden = Math.min(3, Math.max(1, characters.length - shown))
  return characters.slice(0, shown).join('') + '*'.repeat(hidden)
}

/** 513201********0014 for an identity card, 9151****1081 for a credit code, E****678 for a passport or permit. */
export function maskIdentity(type: IdentityType, number: string): string {
  switch (type) {
    case 'id-card':
      return keep(number, 6, 4, 8)
    case 'credit-code':
      return keep(number, 4, 4, 4)
    case 'passport':
    case 'hk-macao-permit':
    case 'taiwan-permit':
      return keep(number, 1, 3, 4)
  }
}

/** 138****1234; a landline keeps its last four digits. */
export function maskPhone(phone: string): string {
  return isMobile(phone) ? keep(phone, 3, 4, 4) : keep(phone, 0, 4, 4)
}

/** As lists, logs and hall screens show an applicant. An enterprise's name is public; the person who came for it is not. */
export function maskApplicant(applicant: Applicant): Applicant {
  const { kind, name, identityType, identityNumber, phone, address, contactName } = applicant
  return {
    kind,
    name: kind === 'company' ? name : maskName(name),
    identityType,
    identityNumber: maskIdentity(identityType, identityNumber),
    phone: phone === null ? null : maskPhone(phone),
    address: address === null ? null : '****',
    contactName: contactName === null ? null : maskName(contactName),
  }
}

/** Text too short to hide anything is hidden whole. */
function keep(text: string, head: number, tail: number, stars: number): string {
  if (text.length <= head + tail) return '*'.repeat(stars)
  return text.slice(0, head) + '*'.repeat(stars) + text.slice(text.length - tail)
}
