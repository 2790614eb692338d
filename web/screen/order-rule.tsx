import { useEffect, useMemo, useState } from 'react'
import { useChinese } from '../portal/words/chinese.ts'
import { rulePages } from './rule-pages.ts'
import { useScreenWords } from './words.ts'

/** Characters in two lines of the screen's type. */
const MOST = 40
const TURN = 8_000

/** Why that number came first: the rule in the words of whoever applies it, a piece at a time. */
export function OrderRule({ rule }: { rule: string }) {
  const words = useScreenWords()
  const chinese = useChinese()
  const pages = useMemo(() => rulePages(rule, MOST), [rule])
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN)
    return () => clearInterval(timer)
  }, [])
  return (
    <section className="order-rule" aria-label={words.rule}>
      <p {...chinese}>{pages[turn % Math.max(1, pages.length)]}</p>
    </section>
  )
}
