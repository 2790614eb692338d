import { useLanguage } from './language.ts'

/** A stretch of Chinese with the marks between its characters. */
const CHINESE =
  /(\p{Script=Han}(?:[\p{Script=Han}\d\s，。；：、（）“”《》〔〕]*[\p{Script=Han}）”》〕])?)/u

/** A sentence of the page's language with names out of the record in it: those are marked as the Chinese they are. */
export function Mixed({ children }: { children: string }) {
  const language = useLanguage()
  if (language === 'zh') return children
  return children.split(CHINESE).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
