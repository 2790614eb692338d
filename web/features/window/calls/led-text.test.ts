import { expect, test } from 'vitest'
import { ledTextOf } from './led-text.ts'

const called = { number: 'A012', status: 'called' } as const
const serving = { number: 'A012', status: 'serving' } as const

test.each([
  [{ windowId: 2, state: 'free', ticket: called }, '请 A012 到 2 号窗口'],
  [{ windowId: 2, state: 'busy', ticket: serving }, '2 号窗口 正在办理 A012'],
  [{ windowId: 2, state: 'paused', ticket: called }, '请 A012 到 2 号窗口'],
  [{ windowId: 2, state: 'paused', ticket: null }, '2 号窗口 暂停服务'],
  [{ windowId: 2, state: 'free', ticket: null }, '2 号窗口 请等候叫号'],
  [{ windowId: null, state: 'closed', ticket: null }, '本窗口未开放'],
] as const)('the bar over the window: %o', (seat, text) => expect(ledTextOf(seat)).toBe(text))
