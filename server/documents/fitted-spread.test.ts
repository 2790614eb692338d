import { expect, it } from 'vitest'
import { createFitting } from './fitted-spread.ts'

/** Pages needed at the spacings 1, 0.5 and 0, and the spacing that is chosen. */
const PAPERS = [
  { pages: [1, 1, 1], chosen: 1 },
  { pages: [2, 1, 1], chosen: 0.5 },
  { pages: [2, 2, 1], chosen: 0 },
  { pages: [2, 2, 2], chosen: 1 },
  { pages: [3, 2, 2], chosen: 1 },
] as const

it('gives a paper the same spacing whatever paper of its kind came before it', () => {
  for (const before of PAPERS)
    for (const paper of PAPERS) {
      const fitted = createFitting<{ numOfPages: number; spread: number }>()
      fitted('acceptance', typesetting(before.pages))
      expect(fitted('acceptance', typesetting(paper.pages)).spread).toBe(paper.chosen)
    }
})

it('typesets twice and not three times what is like the paper before it', () => {
  const tried: number[] = []
  const fitted = createFitting<{ numOfPages: number; spread: number }>()
  const typeset = (spread: number) => {
    tried.push(spread)
    return typesetting([2, 1, 1])(spread)
  }
  fitted('approval', typeset)
  fitted('approval', typeset)
  fitted('letter', typeset)
  expect(tried).toEqual([1, 0, 0.5, 1, 0.5, 1, 0, 0.5])
})

function typesetting([widest, middle, closest]: readonly [number, number, number]) {
  return (spread: number) => ({
    spread,
    numOfPages: spread === 1 ? widest : spread === 0.5 ? middle : closest,
  })
}
