import { longMinute } from '../../../ui/dates.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import type { HallSettings, StoredHall } from './use-hall-settings.ts'

/** Which version stands, and saving the next. */
export function SettingsFooter(props: {
  stored: StoredHall
  settings: HallSettings
  mayAct: boolean
}) {
  const { stored, mayAct } = props
  const { isChanged, oldVersion, busy, drop } = props.settings
  return (
    <footer>
      <span className="sec">
        {stored.savedAt === null
          ? '出厂设置，还没有人保存过。'
          : `第 ${stored.version} 版，${stored.savedByName ?? ''}于 ${longMinute(stored.savedAt)}保存。`}
        {oldVersion !== null && (
          <b>
            {' '}
            您的修改是在第 {oldVersion}{' '}
            版上做的，大厅设置已被他人改过：请记下后放弃修改，在最新的一版上再改。
          </b>
        )}
      </span>
      {mayAct && (
        <>
          <button type="button" className="btn" disabled={!isChanged || busy} onClick={drop}>
            放弃修改
          </button>
          <button type="submit" className="btn primary" disabled={!isChanged || busy}>
            {busy ? '正在保存…' : '保存设置'} <Kbd>Ctrl Enter</Kbd>
          </button>
        </>
      )}
    </footer>
  )
}
