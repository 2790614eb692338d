import { describe, expect, it } from 'vitest'
import type { GuideNames } from '../../domain/catalogue/rendering/guide-facts.ts'
import { materialsFor } from '../../domain/catalogue/materials-for.ts'
import { materialFacts } from '../../domain/catalogue/rendering/material-facts.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import {
  CHANGED_GUIDES,
  CHANGED_MATERIALS,
  textsOf,
  WHOLE_GUIDE,
} from '../../domain/catalogue/testing/guide-changes.ts'
import { guideSheet } from './guide-sheet.ts'

const PERSON = { who: 'person' }

function namesOf({ itemId, formId }: ServiceGuide): GuideNames {
  return {
    item: itemId,
    form: formId === null ? null : `表单 ${formId}`,
    organisations: { justice: '州司法局' },
  }
}

const printed = (guide: ServiceGuide) => JSON.stringify(guideSheet(guide, namesOf(guide)))
const checked = (guide: ServiceGuide) =>
  JSON.stringify(materialsFor(guide, PERSON).map((material) => materialFacts(material, guide)))

describe('the printed guide', () => {
  it.each([...CHANGED_GUIDES, ...CHANGED_MATERIALS])('shows %s', (_, before, after) => {
    expect(printed(after)).not.toBe(printed(before))
  })

  it('says every text of the record letter for letter', () => {
    const paper = printed(WHOLE_GUIDE)
    expect(textsOf(WHOLE_GUIDE).filter((text) => !paper.includes(text))).toEqual([])
  })

  it('marks what waits for the department where it stands, in materials too', () => {
    const unconfirmed = ['scope', 'fee', 'materials.1.copies', 'stepLimits.review']
    const sheet = guideSheet({ ...WHOLE_GUIDE, unconfirmed }, namesOf(WHOLE_GUIDE))
    const open = [...sheet.facts, ...(sheet.materials[0]?.facts ?? [])].filter((fact) => fact.open)
    expect(open.map(({ name }) => name)).toEqual(['适用范围', '环节时限', '收费', '份数'])
  })

  it('marks a part that says nothing yet, instead of leaving it out', () => {
    const { after } = guideSheet(
      { ...WHOLE_GUIDE, rights: [], unconfirmed: ['rights'] },
      namesOf(WHOLE_GUIDE),
    )
    expect(after.find(({ name }) => name === '申请人权利义务')).toEqual({
      name: '申请人权利义务',
      words: [],
      open: true,
    })
  })
})

describe('the window’s checklist', () => {
  it.each(CHANGED_MATERIALS)('shows %s', (_, before, after) => {
    expect(checked(after)).not.toBe(checked(before))
  })

  it('says every text of the materials letter for letter', () => {
    const list = checked(WHOLE_GUIDE)
    expect(textsOf(WHOLE_GUIDE.materials).filter((text) => !list.includes(text))).toEqual([])
  })

  it('leaves out what the situation does not ask', () => {
    expect(materialsFor(WHOLE_GUIDE, { who: 'company', where: 'here' })).toEqual([])
    expect(materialsFor(WHOLE_GUIDE, PERSON).map(({ name }) => name)).toEqual(['甲材料名称'])
  })
})
