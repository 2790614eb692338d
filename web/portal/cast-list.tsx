import { useState } from 'react'
import { useSignInWords } from './sign-in/words.ts'

type Person = {
  readonly username: string
  readonly name: string
  readonly roleName: string
  readonly organisationName: string
}

/** A role that every department has is shown for one department at a time. */
const MANY = 8

/** The demonstration's people by role: one press, and one is that person. */
export function CastList(props: {
  people: readonly Person[]
  busy: boolean
  onChoose: (username: string) => void
}) {
  const words = useSignInWords()
  const roles = [...new Set(props.people.map(({ roleName }) => roleName))]
  const of = (role: string) => props.people.filter(({ roleName }) => roleName === role)
  const departments = [
    ...new Set(
      roles
        .filter((role) => of(role).length > MANY)
        .flatMap((role) => of(role).map(({ organisationName }) => organisationName)),
    ),
  ]
  const [department, setDepartment] = useState(departments[0] ?? '')
  const shown = (role: string) =>
    of(role).length > MANY
      ? of(role).filter(({ organisationName }) => organisationName === department)
      : of(role)
  return (
    <section className="card cast" aria-labelledby="cast-title">
      <h2 id="cast-title">{words.castTitle}</h2>
      <p className="soft small">{words.castHelp}</p>
      {departments.length > 1 && (
        <label className="role">
          <h3>{words.castDepartment}</h3>
          <select value={department} onChange={(event) => setDepartment(event.target.value)}>
            {departments.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {roles.map((role) => (
        <div key={role} className="role" lang="zh-CN">
          <h3>{role}</h3>
          <ul>
            {shown(role).map(({ username, name, organisationName }) => (
              <li key={username}>
                <button
                  type="button"
                  disabled={props.busy}
                  onClick={() => props.onChoose(username)}
                  title={words.castAccount(username)}
                >
                  <b>{name}</b>
                  <small>{organisationName}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
