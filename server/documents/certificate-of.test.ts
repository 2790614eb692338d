import { describe, expect, it } from 'vitest'
import { ABA_GUIDES, ABA_ITEMS, ABA_ORGANISATIONS } from '../../catalogue/aba/load-catalogue.ts'
import { applicationFrom } from '../../domain/application/evolve.ts'
import { checkCertificateIdentifier } from '../../domain/identifiers/certificate-identifier.ts'
import { CERTIFIED } from '../../domain/notice/testing/lives.ts'
import { COMPANY, PERSON } from '../../domain/notice/testing/paper.ts'
import { certificateKindOf, certificateOf } from './certificate-of.ts'

describe('a certificate as data', () => {
  it.each([
    ['营业性演出许可证', 'registration'],
    ['文物保护工程资质证书', 'registration'],
    ['营业执照', 'registration'],
    ['批准文件', 'approval'],
    ['关于准予筹设民办职业培训学校的批复', 'approval'],
  ])('%s is typeset as %s', (name, kind) => {
    expect(certificateKindOf(name)).toBe(kind)
  })

  it('every item of the catalogue has an identifier whose check character holds', () => {
    const identifiers = ABA_ITEMS.map((item) => documentOf(item.itemId, PERSON).identifier)
    expect(identifiers.filter((id) => !checkCertificateIdentifier(id).ok)).toEqual([])
    expect(new Set(identifiers).size).toBe(ABA_ITEMS.length)
  })

  it('an enterprise is told by its credit code, a person by the number of the identity document', () => {
    expect(documentOf('aba-42', COMPANY).holder).toEqual({
      kind: 'organisation',
      name: COMPANY.name,
      creditCode: COMPANY.identityNumber,
    })
    expect(documentOf('aba-42', PERSON).holder).toMatchObject({ idNumber: PERSON.identityNumber })
  })

  it('licenses what the department wrote, a line each, or else the item itself', () => {
    expect(documentOf('aba-42', PERSON, '演出场所经营\n 演出经纪 \n').content).toEqual([
      '演出场所经营',
      '演出经纪',
    ])
    expect(documentOf('aba-42', PERSON).content).toHaveLength(1)
  })
})

function documentOf(itemId: string, applicant: typeof PERSON, content = '') {
  const application = applicationFrom(CERTIFIED)
  const item = ABA_ITEMS.find((candidate) => candidate.itemId === itemId)
  const guide = ABA_GUIDES.find((candidate) => candidate.itemId === itemId)
  const department = ABA_ORGANISATIONS.find((one) => one.organisationId === item?.departmentId)
  if (application.status === 'not-lodged' || !application.certificate) throw new Error('No life')
  if (!item || !guide || !department) throw new Error(`No item ${itemId}`)
  return certificateOf({
    application: { ...application, applicant },
    certificate: { ...application.certificate, content },
    applicationNumber: '513200-20260302-000001',
    item,
    guide,
    department,
    decisionNumber: '阿文旅许准〔2026〕9号',
    seal: 'approval-seal',
  })
}
