import { useApplyWords } from '../words.ts'
import type { Mandates } from './use-mandates.ts'

/** Oneself, or one of those whom a mandate lets this account act for. */
export function PrincipalChoice(props: {
  name: string
  mandates: Mandates
  mandateId: string | null
  onChoose: (mandateId: string | null) => void
}) {
  const words = useApplyWords()
  const { name, mandates, mandateId, onChoose } = props
  const why = mandates.whyNot(mandateId)
  return (
    <fieldset className="form-field apply-principals">
      <legend>{words.onWhoseBehalf}</legend>
      {why !== null && (
        <p className="form-fault" role="alert">
          {why === '' ? words.mandateNotUsable : <span lang="zh-CN">{why}</span>}
        </p>
      )}
      <div className="form-choices">
        <Principal
          isOn={mandateId === null}
          name={name}
          role={words.myself}
          onChoose={() => onChoose(null)}
        />
        {mandates.usable?.map((mandate) => (
          <Principal
            key={mandate.mandateId}
            isOn={mandateId === mandate.mandateId}
            name={mandate.principal.name}
            role={mandate.roleName}
            onChoose={() => onChoose(mandate.mandateId)}
          />
        ))}
      </div>
      <a href="/my/mandates" target="_blank" rel="noreferrer">
        {words.otherPrincipal}
      </a>
    </fieldset>
  )
}

function Principal(props: { isOn: boolean; name: string; role: string; onChoose: () => void }) {
  return (
    <label className={`form-option ${props.isOn ? 'on' : ''}`}>
      <input type="radio" name="principal" checked={props.isOn} onChange={props.onChoose} />
      <span>
        <span lang="zh-CN">{props.name}</span> <small className="soft">{props.role}</small>
      </span>
    </label>
  )
}
