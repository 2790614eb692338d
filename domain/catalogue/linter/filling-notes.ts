import { isAsked } from '../materials-for.ts'
import { type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'

/** Whatever is signed or sealed comes with filling notes or a model text (seed notice: 填写说明、示范文本). */
export const FILLING_NOTES: GuideRule = {
  id: 'filling-notes',
  source: '《行政许可法》第三十条第一款（申请书示范文本）、阿府办函〔2019〕88号',
  check: ({ guide }) =>
    guide.materials
      .filter(isAsked)
      .filter(
        ({ signed, sealed, isTheForm, fillingNotes, modelText }) =>
          (signed || sealed || isTheForm) && fillingNotes.length === 0 && modelText === null,
      )
      .map((material) =>
        warning(
          materialPart(material, 'fillingNotes'),
          `${nameOf(material)}要填写并签名或者盖章，但没有填写说明，也没有示范文本，请补充`,
        ),
      ),
}
