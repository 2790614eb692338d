import { describe, expect, test } from 'vitest'
import { ABA_ITEMS } from '../../catalogue/aba/load-catalogue.ts'
import { CATALOG_CODE, codeFaults, SICHUAN_CODE, takenCodes, TASK_CODE } from './item-codes.ts'

const NONE = { catalogCode: null, taskCode: null, sichuanCodes: [] }

describe('codes of an item', () => {
  test('have the forms of the three schemes', () => {
    expect(['11370800MB285591843370117002011', '12441500196720244T3442199806003']).toSatisfy(
      (codes: string[]) => codes.every((code) => TASK_CODE.test(code)),
    )
    expect('370117002011').toMatch(CATALOG_CODE)
    expect('511A0138600000-511602000000-000-115113010833722043-1-00').toMatch(SICHUAN_CODE)
    for (const wrong of ['511A01386', '501A0138600000', '511a0138600000'])
      expect(wrong).not.toMatch(SICHUAN_CODE)
    expect('37011700201').not.toMatch(CATALOG_CODE)
    // I and O are in no credit code.
    expect('1137080OMB285591843370117002011').not.toMatch(TASK_CODE)
  })

  test('that ship are all of the Sichuan form', () => {
    const codes = ABA_ITEMS.flatMap(({ sichuanCodes }) => sichuanCodes.map(({ code }) => code))
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter((code) => !SICHUAN_CODE.test(code))).toEqual([])
  })

  test('stand once on an item, and the two national ones agree', () => {
    const twice = { for: '', code: '511A0138600000' }
    expect(codeFaults({ ...NONE, sichuanCodes: [twice, twice] })).toMatchObject([
      { field: 'sichuanCodes.1.code' },
    ])
    const taskCode = '11370800MB285591843370117002011'
    expect(codeFaults({ ...NONE, catalogCode: '370117002011', taskCode })).toEqual([])
    expect(codeFaults({ ...NONE, catalogCode: '370117002012', taskCode })).toMatchObject([
      { field: 'taskCode' },
    ])
  })

  test('stand on one item only, and the other is named', () => {
    const other = {
      ...NONE,
      name: '教师资格认定',
      sichuanCodes: [{ for: '', code: '511A0138600000' }],
    }
    const own = { ...NONE, sichuanCodes: [{ for: '认定', code: '511A0138600000' }] }
    expect(takenCodes(own, [other])).toEqual([
      {
        field: 'sichuanCodes.0.code',
        message: '511A0138600000 已经用于“教师资格认定”，请核对',
      },
    ])
    expect(takenCodes(own, [{ ...NONE, name: '别的' }])).toEqual([])
  })
})
