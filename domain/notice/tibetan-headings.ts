import type { NoticeKind } from './notice.ts'

/**
 * What a kind is called in Tibetan, under its Chinese title: a prefecture of Tibetans and Qiang writes both. Drafted,
 * 待母语审校: a paper that prints one says so at its foot. Variants of a kind share its heading.
 */
export const TIBETAN_HEADING = {
  'receipt-slip': 'ཞུ་བའི་རྒྱུ་ཆ་བསྡུ་ལེན་འཛིན་ཤོག',
  'acceptance-notice': 'བདག་སྤྲོད་བརྡ་ཐོ།',
  'deemed-acceptance-notice': 'བདག་སྤྲོད་བྱས་པར་བརྩི་བའི་བརྡ་ཐོ།',
  'non-acceptance-notice': 'བདག་སྤྲོད་མི་བྱེད་པའི་བརྡ་ཐོ།',
  'correction-notice': 'རྒྱུ་ཆ་ཁ་གསབ་བརྡ་ཐོ།',
  'procedure-notice': 'དམིགས་བསལ་བྱ་རིམ་བརྡ་ཐོ།',
  'extension-notice': 'སྒྲུབ་ཡུན་འགྱངས་པའི་བརྡ་ཐོ།',
  'grant-decision': 'སྲིད་འཛིན་ཆོག་མཆན་སྤྲོད་པའི་ཐག་གཅོད་ཡི་གེ',
  'refusal-decision': 'སྲིད་འཛིན་ཆོག་མཆན་མི་སྤྲོད་པའི་ཐག་གཅོད་ཡི་གེ',
  'sealing-letter': 'ཆོག་མཆན་སྤྲོད་པའི་འབྲེལ་ཡིག',
  'pickup-notice': 'ལེན་པའི་བརྡ་ཐོ།',
  'delivery-receipt': 'སྐྱེལ་འབྱོར་འཛིན་ཤོག',
  'revocation-copy': 'ཆོག་མཆན་ལག་ཁྱེར་ཕྱིར་འཐེན་གྱི་འབྲེལ་ཡིག',
  'supervision-order': 'སྐུལ་འདེད་བརྡ་ཐོ།',
  circular: 'སྤྱི་བསྒྲགས་བརྡ་ཐོ།',
  'commitment-letter': 'ཁས་ལེན་ཡི་གེ',
  'tolerance-promise': 'རྒྱུ་ཆ་རྗེས་སྤྲོད་ཀྱི་ཁས་ལེན་ཡི་གེ',
} as const satisfies Record<NoticeKind, string>
