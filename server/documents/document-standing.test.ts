import { describe, expect, it } from 'vitest'
import { applicationFrom } from '../../domain/application/evolve.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import type { LodgedApplication } from '../../domain/application/application.ts'
import {
  ACCEPTED,
  CERTIFIED,
  HASH,
  letterSent,
  revoked,
  SEALED,
} from '../../domain/notice/testing/lives.ts'
import { date, nine } from '../../domain/notice/testing/paper.ts'
import { standingOf } from './document-standing.ts'

const CERTIFICATE = { kind: 'certificate', certificateHash: HASH, isFollowed: false } as const
const TODAY = date('2026-07-01')

function lodged(...history: readonly ApplicationEvent[]): LodgedApplication {
  const application = applicationFrom(history)
  if (application.status === 'not-lodged') throw new Error('A history makes an application')
  return application
}

function until(day: string): LodgedApplication {
  const { certificate, ...rest } = lodged(...SEALED)
  if (certificate === null) throw new Error('A sealed application has a certificate')
  return { ...rest, certificate: { ...certificate, validUntil: date(day) } } as LodgedApplication
}

describe('a genuine certificate', () => {
  it.each([
    ['without a term', lodged(...SEALED), true, '有效，长期'],
    ['on its last day', until('2026-07-01'), true, '有效，有效期至2026年7月1日'],
    ['the day after', until('2026-06-30'), false, '有效期已于2026年6月30日届满'],
    ['after a penalty', lodged(...SEALED, revoked), false, '已于2026年6月10日吊销'],
  ])('%s', (_, application, validToday, state) => {
    expect(standingOf(CERTIFICATE, application, null, TODAY)).toEqual({ validToday, state })
  })

  it('begins on its first day', () => {
    const early = standingOf(CERTIFICATE, lodged(...SEALED), null, date('2026-03-05'))
    expect(early.validToday).toBe(false)
  })

  it('gives way to the version that was made after it', () => {
    const older = { ...CERTIFICATE, certificateHash: 'cd'.repeat(32) }
    expect(standingOf(older, lodged(...SEALED), null, TODAY).validToday).toBe(false)
  })

  it('gives way to the certificate of its renewal once that is sealed and in force', () => {
    const renewed = lodged(...SEALED)
    expect(standingOf(CERTIFICATE, until('2026-06-30'), renewed, TODAY)).toEqual({
      validToday: false,
      state: '已延续，换发新证 513200-20260302-000001-001',
    })
    const notYet = standingOf(CERTIFICATE, until('2026-06-30'), renewed, date('2026-03-05'))
    expect(notYet.state).not.toContain('换发')
  })

  it('holds past its term while the renewal is granted and the new paper not made (art. 50)', () => {
    const granted = lodged(...CERTIFIED)
    expect(standingOf(CERTIFICATE, until('2026-06-30'), granted, TODAY).validToday).toBe(true)
    const pending = lodged(...ACCEPTED)
    expect(standingOf(CERTIFICATE, until('2026-06-30'), pending, TODAY).validToday).toBe(false)
  })
})

describe('a genuine notice', () => {
  const notice = (kind: 'grant-decision' | 'acceptance-notice' | 'sealing-letter') =>
    ({ kind, certificateHash: null, isFollowed: false }) as const

  it('stays what it was when the licence is revoked, but the decision does not', () => {
    const application = lodged(...SEALED, revoked)
    expect(standingOf(notice('acceptance-notice'), application, null, TODAY).validToday).toBe(true)
    expect(standingOf(notice('grant-decision'), application, null, TODAY).validToday).toBe(false)
  })

  it('that is a letter sent back, or followed by another, asks for no seal any more', () => {
    const returned: ApplicationEvent = {
      ...letterSent,
      type: 'SealingLetterReturned',
      at: nine('2026-03-07'),
      reason: '内容有误',
    }
    const letter = notice('sealing-letter')
    const sentBack = lodged(...CERTIFIED, letterSent, returned)
    expect(standingOf(letter, sentBack, null, TODAY).state).toBe('已于2026年3月7日退回')
    const again = lodged(...CERTIFIED, letterSent)
    expect(standingOf({ ...letter, isFollowed: true }, again, null, TODAY).validToday).toBe(false)
    expect(standingOf(letter, again, null, TODAY).validToday).toBe(true)
  })
})
