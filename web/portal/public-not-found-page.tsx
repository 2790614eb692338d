import { EmptyNote } from '../ui/empty-note.tsx'
import { PublicShell } from './public-shell.tsx'

export function PublicNotFoundPage() {
  return (
    <PublicShell title="没有找到">
      <div className="wrap">
        <EmptyNote title="没有这个页面">
          地址可能写错了，或者页面已经搬走。<a href="/items">按事项查找</a>，或者
          <a href="/">回到首页</a>。
        </EmptyNote>
      </div>
    </PublicShell>
  )
}
