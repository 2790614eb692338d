/** Pages of a document. As images they are shown, never executed, whatever an SVG may carry. */
export function DocumentPages({ title, pages }: { title: string; pages: readonly string[] }) {
  return (
    <div className="pages" tabIndex={0} aria-label={`${title}，共 ${pages.length} 页`}>
      {pages.map((page, index) => (
        <img
          key={index}
          alt={`${title} 第 ${index + 1} 页`}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`}
        />
      ))}
    </div>
  )
}
