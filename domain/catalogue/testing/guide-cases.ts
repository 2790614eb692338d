import type { OrganisationId } from '../../shared/ids.ts'
import { formOf } from '../../form/testing/sample-form.ts'
import { type Case, error, warning, WHERE, WHO } from './lint-case.ts'
import { questionOf } from './sample-guide.ts'

/** Faults of everything else in a guide. */
export const GUIDE_CASES: readonly Case[] = [
  error('committed-days', 'committedDays', 'a promise longer than the law', {
    guide: { committedDays: 21, stepLimits: { review: 18, decision: 3, certificate: 3, seal: 1 } },
  }),
  error('statutory-days', 'statutoryDays', 'more than twenty days by the licensing law alone', {
    guide: { statutoryDays: 30, legalBasis: ['《行政许可法》第四十二条'] },
  }),
  error('extension-days', 'extensionDays', 'an extension beyond the licensing law', {
    guide: { extensionDays: 20, legalBasis: ['《行政许可法》第四十二条'] },
  }),
  error('steps-add-up', 'stepLimits', 'steps that leave two days to nobody', {
    guide: { committedDays: 10 },
  }),
  error('issue-days', 'stepLimits', 'eleven days to make and seal a certificate', {
    guide: { stepLimits: { review: 5, decision: 3, certificate: 9, seal: 2 } },
  }),
  error('on-the-spot', 'committedDays', 'on the spot, in eight days', {
    guide: { kind: 'on-the-spot' },
  }),
  error('on-the-spot', 'kind', 'promised in no days and not on the spot', {
    guide: { committedDays: 0, stepLimits: { review: 0, decision: 0, certificate: 3, seal: 1 } },
  }),
  error('result-kind', 'resultKind', 'a 许可证 that is called an approval document', {
    guide: { resultKind: 'approval-document' },
  }),
  error('result-kind', 'resultKind', 'a 批复 that is called a certificate', {
    guide: { certificateName: '关于准予设立的批复' },
  }),
  error('result-kind', 'certificateName', 'a result without a name', {
    guide: { certificateName: '' },
  }),
  error('question-ways', 'questions.who', 'a question that leads back to itself', {
    guide: { questions: [questionOf('who', [{ value: 'x', next: 'who' }, { value: 'y' }])] },
  }),
  error('question-ways', 'questions.who', 'a next question that is not there', {
    guide: { questions: [questionOf('who', [{ value: 'x', next: 'ghost' }, { value: 'y' }])] },
  }),
  error('question-ways', 'questions.where', 'a question that nothing leads to', {
    guide: { questions: [questionOf('who', [{ value: 'x' }, { value: 'y' }]), WHERE] },
  }),
  error('question-ways', 'questions', 'questions after which nobody can apply', {
    guide: { questions: [questionOf('who', [{ value: 'x', stop: '不属于本机关职权范围' }])] },
  }),
  error('question-words', 'questions.who', 'two options of one name', {
    guide: {
      questions: [
        questionOf('who', [
          { value: 'x', label: '个人' },
          { value: 'y', label: '个人' },
        ]),
      ],
    },
  }),
  error('question-words', 'questions.who', 'a stop that does not say why', {
    guide: { questions: [questionOf('who', [{ value: 'x', stop: '不行' }, { value: 'y' }])] },
  }),
  error('fee-basis', 'fee', 'a fee without a law', {
    guide: { fee: { amount: 50, basis: '本局规定' } },
  }),
  error('fee-basis', 'feeLines', 'lines of a fee that is not charged', {
    guide: { feeLines: [{ name: '工本费', standard: '10 元', basis: '《示例条例》第十条' }] },
  }),
  error('condition-words', 'conditions', 'a condition without words', {
    guide: { conditions: ['无'] },
  }),
  warning('condition-words', 'conditions', 'a catch-all condition', {
    guide: { conditions: ['法律、法规规定的其他条件'] },
  }),
  error('form-exists', 'formId', 'a form that is not there', { guide: { formId: 'sample' } }),
  warning('form-exists', 'formId', 'no form at all', {}),
  error('form-sound', 'formId', 'a field about a question that is not asked', {
    guide: { formId: 'sample' },
    form: formOf(
      { 'applicant.name': { type: 'string', title: '名称' } },
      { when: { 'applicant.name': [{ question: 'ghost', oneOf: ['x'] }] } },
    ),
  }),
  error('form-sound', 'formId', 'a field that nobody will ever see', {
    guide: { formId: 'sample', questions: [WHO, WHERE] },
    form: formOf(
      { 'applicant.name': { type: 'string', title: '名称' } },
      {
        when: {
          'applicant.name': [
            { question: 'who', oneOf: ['company'] },
            { question: 'where', oneOf: ['here'] },
          ],
        },
      },
    ),
  }),
  error('unconfirmed-parts', 'unconfirmed', 'an unconfirmed part that is not there', {
    guide: { unconfirmed: ['materials.9'] },
  }),
  error('legal-basis', 'legalBasis', 'no basis at all', { guide: { legalBasis: [] } }),
  error('repealed-law', 'legalBasis', 'a law that is no longer in force', {
    guide: { legalBasis: ['《中华人民共和国公司登记管理条例》第二十条'] },
  }),
  warning('item-standing', 'notes', 'a devolved item that does not say where to go', {
    item: { status: 'devolved', handledBy: '县财政局' },
  }),
  warning('renewal', 'validityYears', 'renewable, but good for how long?', {
    guide: { renewable: true },
  }),
  error('partners', 'partnerIds', 'the department as its own partner', {
    guide: { partnerIds: ['market-regulation' as OrganisationId] },
  }),
  error('correction-limit', 'correctionLimitDays', 'a limit to correct that no law knows', {
    guide: { correctionLimitDays: 10, legalBasis: ['《行政许可法》第三十二条'] },
  }),
  warning('visits', 'visits', 'three visits', { guide: { visits: 3 } }),
  error('seed-minimum', 'serviceObjects', 'for nobody', { guide: { serviceObjects: [] } }),
  warning('seed-minimum', 'notes', 'without notes', { guide: { notes: [] } }),
  error('discretion-reasons', 'discretion.1', 'an outcome without circumstances', {
    guide: { discretion: [{ circumstance: '', standard: '看情况', basis: '' }] },
  }),
]
