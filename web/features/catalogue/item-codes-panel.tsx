import { Input } from 'antd'
import type { ItemContent } from '../../../contract/item-schema.ts'

export type ItemPart = {
  readonly item: ItemContent
  readonly readOnly: boolean
  readonly set: (path: string, value: unknown) => void
}

/** National and Sichuan codes: each in its form, none twice, none of another item (the server looks at those). */
export function ItemCodesPanel({
  item,
  readOnly,
  set,
  faultAt,
}: ItemPart & { readonly faultAt: (path: string) => string | undefined }) {
  const { sichuanCodes } = item
  const national = (field: 'catalogCode' | 'taskCode', label: string, max: number) => (
    <label className="row">
      <span>{label}</span>
      <span>
        <Input
          value={item[field] ?? ''}
          maxLength={max}
          readOnly={readOnly}
          placeholder="没有就不填"
          aria-invalid={faultAt(field) !== undefined}
          onChange={(event) => {
            const typed = event.target.value.trim().toUpperCase()
            set(field, typed === '' ? null : typed)
          }}
        />
        {faultAt(field) && <span className="fault">{faultAt(field)}</span>}
      </span>
    </label>
  )
  const change = (at: number, one: Partial<(typeof sichuanCodes)[number]>) =>
    set(
      'sichuanCodes',
      sichuanCodes.map((code, index) => (index === at ? { ...code, ...one } : code)),
    )
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">编码</h2>
        <span className="sec">按国家和省事项清单填写；一个编码只属于一个事项</span>
      </div>
      <div className="short-form">
        {national('catalogCode', '国家基本编码', 12)}
        {national('taskCode', '国家实施编码', 33)}
        <div className="row tall">
          <span>四川地方编码</span>
          <div className="item-codes">
            {sichuanCodes.map(({ for: use, code }, at) => (
              <div key={at}>
                <Input
                  value={use}
                  maxLength={100}
                  readOnly={readOnly}
                  placeholder="用于（省清单中的名称）"
                  aria-label={`第 ${at + 1} 个四川编码用于`}
                  onChange={(event) => change(at, { for: event.target.value })}
                />
                <Input
                  value={code}
                  maxLength={80}
                  readOnly={readOnly}
                  placeholder="511A0138600000"
                  aria-label={`第 ${at + 1} 个四川编码`}
                  onChange={(event) =>
                    change(at, { code: event.target.value.trim().toUpperCase() })
                  }
                />
                {!readOnly && (
                  <button
                    type="button"
                    className="link"
                    aria-label={`删去第 ${at + 1} 个四川编码`}
                    onClick={() => set('sichuanCodes', sichuanCodes.toSpliced(at, 1))}
                  >
                    删去
                  </button>
                )}
                {faultAt(`sichuanCodes.${at}.code`) && (
                  <span className="fault">{faultAt(`sichuanCodes.${at}.code`)}</span>
                )}
              </div>
            ))}
            {sichuanCodes.length === 0 && readOnly && <span className="sec">没有</span>}
            {!readOnly && sichuanCodes.length < 40 && (
              <button
                type="button"
                className="link"
                onClick={() => set('sichuanCodes', [...sichuanCodes, { for: '', code: '' }])}
              >
                + 添加四川编码
              </button>
            )}
          </div>
        </div>
      </div>
    </section>
  )
}
