import type { HallNews } from '../api/hall-feed.ts'
import { useScreenWords } from './words.ts'

/** Nothing while the line stands; else that it is gone, and how old what is shown is. */
export function LineLamp({ line, lastNewsAt }: Pick<HallNews, 'line' | 'lastNewsAt'>) {
  const words = useScreenWords()
  return (
    <p role="status" className="line-lamp">
      {line === 'lost' && (
        <>
          <svg width="56" height="56" viewBox="0 0 44 44" aria-hidden="true">
            <path d="M22 4l20 36H2z" fill="#fff" stroke="#b86e00" strokeWidth="4" />
            <path d="M22 17v11M22 33v3" stroke="#b86e00" strokeWidth="4" />
          </svg>
          {words.lost}
          {lastNewsAt !== null && ` ${words.lastNews(chinaTime(lastNewsAt))}`}
        </>
      )}
    </p>
  )
}

/** 10:24 in China. */
function chinaTime(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
}
