import type { GuideView } from '../../../contract/catalogue.ts'
import { longDate } from '../../ui/dates.ts'
import { ItemName } from '../items/item-name.tsx'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { useGuideWords } from './words.ts'

/** Which item this is, who answers for it, and which version of its guide counts from when. */
export function GuideHeading({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const language = useLanguage()
  const chinese = useChinese()
  const { item } = guide
  return (
    <>
      <h1>
        <ItemName item={item} />
      </h1>
      <p className="soft">
        {item.annexNumber !== null && `${words.annexNumber(item.annexNumber)} · `}
        <span {...chinese}>{item.departmentName}</span> ·{' '}
        {words.version(guide.version, longDate(guide.effectiveOn, language))}
      </p>
    </>
  )
}
