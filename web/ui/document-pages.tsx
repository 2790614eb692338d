import { useUiWords } from './ui-words.ts'

/** Pages of a document. As images they are shown, never executed, whatever an SVG may carry. */
export function DocumentPages({ title, pages }: { title: string; pages: readonly string[] }) {
  const words = useUiWords()
  return (
    <div className="pages" tabIndex={0} aria-label={words.pages(title, pages.length)}>
      {pages.map((page, index) => (
        <img
          key={index}
          alt={words.page(title, index + 1)}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`}
        />
      ))}
    </div>
  )
}
