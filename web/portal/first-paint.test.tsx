import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { ApplyPage } from './apply/apply-page.tsx'
import { firstPaint } from './first-paint.tsx'
import { GuidePage } from './guide/guide-page.tsx'
import { PublicFrame } from './public-frame.tsx'

afterEach(() => vi.unstubAllGlobals())

test('what is painted beforehand of a guide and of an application is what each shows while it reads', () => {
  vi.stubGlobal('window', { location: { pathname: '/', search: '' } })
  const { guide, apply } = firstPaint()
  expect(guide).toBe(
    renderToString(
      <PublicFrame>
        <GuidePage itemId="aba-36" />
      </PublicFrame>,
    ),
  )
  expect(apply).toBe(
    renderToString(
      <PublicFrame>
        <ApplyPage itemId="aba-36" />
      </PublicFrame>,
    ),
  )
})
test("the painted pages keep to the page's policy and tell no day", () => {
  for (const painted of Object.values(firstPaint()))
    expect(painted).not.toMatch(/ style=|<script|<style| on\w+=|星期|周[一二三四五六日]/)
})
