import { expect, test } from 'vitest'
import { wayOf } from './way-of.ts'

const HERE = 'https://window.example/kiosk/apply/aba-36?draft=1'

test.each([
  ['/items/aba-36', { to: 'kiosk', address: '/kiosk/items/aba-36' }],
  ['/my/applications/7', { to: 'kiosk', address: '/kiosk/applications/7' }],
  [
    `/sign-in?next=${encodeURIComponent('/apply/aba-36?draft=1#review')}`,
    {
      to: 'kiosk',
      address: `/kiosk/sign-in?next=${encodeURIComponent('/kiosk/apply/aba-36?draft=1#review')}`,
    },
  ],
  ['/api/items/aba-36/form.pdf', { to: 'paper', address: '/api/items/aba-36/form.pdf' }],
  ['/api/notices/7/pdf', { to: 'paper', address: '/api/notices/7/pdf' }],
  ['/register', { to: 'phone', address: 'https://window.example/register' }],
  ['/admin', { to: 'phone', address: 'https://window.example/admin' }],
  ['https://elsewhere.example/', { to: 'phone', address: 'https://elsewhere.example/' }],
  ['/kiosk/ticket', null],
  ['#materials', null],
])('on a kiosk %s leads where it can be used, and never out of it', (href, way) =>
  expect(wayOf(href, HERE)).toEqual(way),
)
