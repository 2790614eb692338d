import { expect, test } from 'vitest'
import { countyOfIdCard, PREFECTURE_CODE, REGION_NAME, regionOf } from './region.ts'

test('the prefecture has thirteen counties', () => {
  const counties = Object.keys(REGION_NAME).filter((code) => Number(code) !== PREFECTURE_CODE)
  expect(counties).toHaveLength(13)
})

test('an abolished code leads to the region in force', () => {
  expect(regionOf(513229)).toEqual({ code: 513201, name: '马尔康市' })
  expect(regionOf(510100)).toBeUndefined()
})

test('an identity number tells its county, if it is one of ours', () => {
  expect(countyOfIdCard('513225198511120045')).toEqual({ code: 513225, name: '九寨沟县' })
  expect(countyOfIdCard('513200200002290014')).toBeUndefined()
  expect(countyOfIdCard('11010519491231002X')).toBeUndefined()
})
