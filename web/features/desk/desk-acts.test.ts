import { describe, expect, test } from 'vitest'
import { deskActsOf } from './desk-acts.ts'

const seen = (status: string, possible: string[], more = {}) =>
  deskActsOf({ status, possible, feeOpen: false, opinionGiven: false, ...more })

describe('The next act of a department', () => {
  test('on an accepted application is the review', () => {
    expect(seen('accepted', ['review', 'begin-procedure', 'settle-fee', 'terminate'])).toEqual({
      main: 'review',
      all: ['review', 'begin-procedure', 'terminate'],
    })
  })
  test('is to end the special procedure while one is running', () => {
    expect(seen('accepted', ['review', 'end-procedure']).main).toBe('end-procedure')
  })
  test('for who may decide is the decision, for the others their opinion', () => {
    expect(seen('in-review', ['review', 'decide']).main).toBe('decide')
    expect(seen('in-review', ['review']).main).toBe('review')
    expect(seen('in-review', ['review'], { opinionGiven: true }).main).toBeNull()
  })
  test('after the grant is the certificate, or the fee where one is still open', () => {
    expect(seen('granted', ['make-certificate', 'settle-fee']).main).toBe('make-certificate')
    expect(seen('granted', ['settle-fee'], { feeOpen: true }).main).toBe('settle-fee')
  })
  test('after the certificate is the letter or the own seal', () => {
    expect(seen('certified', ['make-certificate', 'send-letter']).main).toBe('send-letter')
    expect(seen('certified', ['make-certificate', 'seal']).main).toBe('seal')
  })
  test('before the seal is to withdraw a grant that rests on an untrue commitment', () => {
    for (const status of ['granted', 'certified', 'lettered'])
      expect(seen(status, ['check-commitment', 'revoke']).main).toBe('revoke')
  })
  test('is none while the Bureau has the letter, though the certificate could be made anew', () => {
    expect(seen('lettered', ['make-certificate'])).toEqual({
      main: null,
      all: ['make-certificate'],
    })
  })
  test('never offers what the server does not', () => {
    expect(seen('accepted', ['rate', 'explain-card'])).toEqual({ main: null, all: [] })
  })
})
