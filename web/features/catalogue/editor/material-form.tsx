import { ChoicePart, YesPart } from '../fields/choice-part.tsx'
import { LinesPart } from '../fields/lines-part.tsx'
import { NumberPart } from '../fields/number-part.tsx'
import { TextPart } from '../fields/text-part.tsx'
import { WhenPart } from '../fields/when-part.tsx'
import { FORMAT_NAMES, SOURCE_NAMES } from '../part-words.ts'
import { SamplesPart } from './samples-part.tsx'

/** Every field of one material, as the seed notice asks for them. */
export function MaterialForm({ at, number }: { at: number; number: number }) {
  const of = (field: string) => ({
    path: `materials.${at}.${field}`,
    part: `materials.${number}.${field}`,
  })
  return (
    <div className="material-form">
      <TextPart {...of('name')} label="名称" max={200} wide />
      <TextPart
        {...of('basis')}
        label="依据"
        max={1000}
        lines
        placeholder="哪一部法律、法规第几条要求提交"
      />
      <div className="pairs">
        <YesPart {...of('original')} label="原件" yes="须交原件" />
        <NumberPart {...of('copies')} label="份数" unit="份" max={99} />
        <ChoicePart {...of('format')} label="形式" names={FORMAT_NAMES} />
        <TextPart {...of('pageFormat')} label="规格" max={40} />
        <YesPart {...of('signed')} label="签名" yes="须签名" />
        <YesPart {...of('sealed')} label="签章" yes="须盖章" />
        <ChoicePart {...of('source')} label="来源" names={SOURCE_NAMES} />
        <TextPart {...of('issuedBy')} label="出具单位" max={200} nullable />
      </div>
      <TextPart
        {...of('standard')}
        label="要求"
        max={2000}
        lines
        placeholder="须看到什么，不合格怎样补正"
      />
      <TextPart
        {...of('sharedFrom')}
        label="共享来源"
        max={200}
        nullable
        wide
        hint="本机关能够自己查到的填来源；填了就不再要申请人提交（国务院令第 716 号第七条）。"
      />
      <WhenPart {...of('when')} label="提交情形" />
      <div className="pairs">
        <NumberPart
          {...of('tolerableDays')}
          label="容缺补齐"
          unit="工作日"
          max={3650}
          nullable
          whenNull="不能容缺"
        />
        <NumberPart
          {...of('reusableMonths')}
          label="复用期限"
          unit="个月"
          min={1}
          max={600}
          nullable
          whenNull="不能复用"
        />
        <YesPart {...of('commitment')} label="告知承诺" yes="可以书面承诺代替" />
        <YesPart {...of('isTheForm')} label="空白表格" yes="就是本事项的申请表单" />
      </div>
      <LinesPart {...of('fillingNotes')} label="填写说明" entry="填写说明" max={1000} most={50} />
      <TextPart {...of('modelText')} label="示范文本" max={8000} lines nullable />
      <SamplesPart {...of('samples')} label="正误样例" />
    </div>
  )
}
